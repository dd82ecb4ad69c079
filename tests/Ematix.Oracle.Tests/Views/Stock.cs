namespace Ematix.Oracle.Tests;

/// <summary>A snapshot view whose time to live has a half in whole microseconds.</summary>
[FeatureView(Ttl = "36h", Online = true)]
public partial class Stock
{
    [EntityKey]
    public short Shelf { get; init; }

    public int? Pieces { get; init; }
}
