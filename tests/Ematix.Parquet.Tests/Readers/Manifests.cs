namespace Ematix.Tests.Readers;

/// <summary>What a reader would say of the rows of <see cref="EveryType"/>.</summary>
internal static class Manifests
{
    public static TrainingManifest EveryType { get; } = new()
    {
        Views = [new() { Name = "every_type", CatalogName = "features.every_type.v1", Version = "v1", Fingerprint = new string('a', 64), Ttl = TimeSpan.FromDays(30), SpineColumns = ["id"], Features = ["text"] }],
        SpineColumns = ["id", "instant"],
        AsOfColumn = "instant",
        Boundary = "AtOrBefore",
        Strategy = "Lateral",
        Spine = new() { Kind = "Query", Query = "SELECT \"id\" + 1 <= $1" },
        Sql = ["SELECT 1"],
    };
}
