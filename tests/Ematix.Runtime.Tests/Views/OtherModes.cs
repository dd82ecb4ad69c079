namespace Ematix.Tests;

[FeatureView(Mode = SyncMode.Merge)]
public partial class LatestOnly
{
    [EntityKey]
    public int Id { get; init; }

    public string? City { get; init; }
}

[FeatureView(Online = true)]
public partial class WithSnapshot
{
    [EntityKey]
    public int Id { get; init; }

    public string? City { get; init; }
}
