namespace Ematix.Oracle.Tests;

/// <summary>One row a key, brought up to date by newer events.</summary>
[FeatureView(Mode = SyncMode.Merge)]
public partial class Account
{
    [EntityKey]
    public string Bank { get; init; } = "";

    [EntityKey]
    public string Number { get; init; } = "";

    [Numeric(9, 2)]
    public decimal? Balance { get; init; }

    public string? Owner { get; init; }

    [EventTimestamp]
    public DateTimeOffset At { get; init; }
}
