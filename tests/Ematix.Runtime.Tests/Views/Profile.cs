namespace Ematix.Tests;

/// <summary>A snapshot view.</summary>
[FeatureView]
public partial class Profile
{
    [EntityKey]
    public int Id { get; init; }

    public string? City { get; init; }

    public bool Active { get; init; }

    public double? Score { get; init; }
}
