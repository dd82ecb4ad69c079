#pragma warning disable EMX3008 // These are definitions that the views in Old can't become.
namespace Ematix.Tests.Other;

/// <summary>Everything that evolving must not do: narrowed, dropped, made NOT NULL, added without a value; and a column that could be added.</summary>
[FeatureView(Online = true)]
public partial class Customer
{
    [EntityKey] public int Id { get; init; }

    [Text(MaxLength = 5)] public string? City { get; init; }

    public short Visits { get; init; }

    public int? Score { get; init; }

    [Numeric(7, 4)] public decimal? Spent { get; init; }

    public Old.Tier? Tier { get; init; }

    public short?[]? Steps { get; init; }

    public int Age { get; init; }

    public DateOnly? Since { get; init; }
}
