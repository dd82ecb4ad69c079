namespace Ematix.Oracle.Tests;

/// <summary>One row a key, brought up to date by every load.</summary>
[FeatureView(Mode = SyncMode.Merge)]
public partial class Label
{
    [EntityKey]
    public long Id { get; init; }

    public string? Text { get; init; }

    public int Rank { get; init; }
}
