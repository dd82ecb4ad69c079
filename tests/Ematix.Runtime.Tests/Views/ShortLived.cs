namespace Ematix.Tests;

/// <summary>A snapshot view whose values go stale.</summary>
[FeatureView(Ttl = "2s")]
public partial class ShortLived
{
    [EntityKey]
    public int Id { get; init; }

    public string? State { get; init; }
}
