using Ematix;

namespace Quickstart.Views;

/// <summary>Who a customer is. Nobody says when a profile changed: without an event time a version starts when a load first sees it.</summary>
[FeatureView(Description = "Country and loyalty tier of a customer")]
public partial record CustomerProfile
{
    [EntityKey]
    public long CustomerId { get; init; }

    public required string Country { get; init; }

    public required string Tier { get; init; }
}
