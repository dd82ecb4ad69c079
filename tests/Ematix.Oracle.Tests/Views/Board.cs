namespace Ematix.Oracle.Tests;

/// <summary>The rows of the last load.</summary>
[FeatureView(Mode = SyncMode.Truncate)]
public partial class Board
{
    [EntityKey]
    public int Place { get; init; }

    public string? Player { get; init; }

    public DateTimeOffset? Since { get; init; }
}
