namespace Ematix.Tests.Memory;

/// <summary>Rows that weigh about 200 bytes as objects.</summary>
[FeatureView(Mode = SyncMode.Append)]
public partial class Wide
{
    [EntityKey] public int Id { get; init; }

    public string? Note { get; init; }
}
