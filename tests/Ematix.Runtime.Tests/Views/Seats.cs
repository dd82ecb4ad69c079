namespace Ematix.Tests;

/// <summary>A history with two keys of text.</summary>
[FeatureView]
public partial class SeatPrice
{
    [EntityKey] public string Hall { get; init; } = "";

    [EntityKey] public string Seat { get; init; } = "";

    public int? Price { get; init; }
}

/// <summary>One row a key, with two keys of text.</summary>
[FeatureView(Mode = SyncMode.Merge)]
public partial class SeatHolder
{
    [EntityKey] public string Hall { get; init; } = "";

    [EntityKey] public string Seat { get; init; } = "";

    public string? Holder { get; init; }
}
