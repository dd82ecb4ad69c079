using Ematix.Fingerprint;
using Ematix.Model;
using Npgsql;

namespace Ematix.Loading;

/// <summary>What the catalog keeps of a view and may change while its definition stays.</summary>
internal sealed record CatalogEntry(string Fingerprint, long? TtlSeconds, long? FreshnessSlaSeconds, string? Description, string? Owner)
{
    public static CatalogEntry Of(FeatureViewModel view) => new(
        ViewFingerprint.Of(view), Seconds(view.Ttl), Seconds(view.FreshnessSla), view.Description, view.Owner);

    public static CatalogEntry Read(NpgsqlDataReader reader) => new(
        reader.GetString(0), Number(reader, 1), Number(reader, 2), Text(reader, 3), Text(reader, 4));

    /// <summary>Whole seconds, rounded up: the catalog is for people, reads use the view's own value.</summary>
    private static long? Seconds(TimeSpan? duration) =>
        duration is { } value ? (value.Ticks + TimeSpan.TicksPerSecond - 1) / TimeSpan.TicksPerSecond : null;

    private static long? Number(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetInt64(column);

    private static string? Text(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
}
