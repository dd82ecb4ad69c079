using Ematix.Fingerprint;
using Ematix.Model;
using Npgsql;

namespace Ematix.Loading;

/// <summary>What the catalog keeps of a view: its definition, and what may change while that stays.</summary>
internal sealed record CatalogEntry
{
    public required string Fingerprint { get; init; }

    /// <summary>The canonical text behind the fingerprint, where it is kept.</summary>
    public string? Definition { get; init; }

    public required EquatableArray<string> Keys { get; init; }

    public string? EventTime { get; init; }

    /// <summary>Whole seconds, rounded up: the catalog is for people, reads use the view's own value.</summary>
    public long? TtlSeconds { get; init; }

    public long? FreshnessSlaSeconds { get; init; }

    public string? Description { get; init; }

    public string? Owner { get; init; }

    public static CatalogEntry Of(FeatureViewModel view) => new()
    {
        Fingerprint = ViewFingerprint.Of(view),
        Definition = ViewFingerprint.CanonicalText(view),
        Keys = view.Keys.Select(key => key.Column).ToEquatableArray(),
        EventTime = view.EventTime?.Column,
        TtlSeconds = Seconds(view.Ttl),
        FreshnessSlaSeconds = Seconds(view.FreshnessSla),
        Description = view.Description,
        Owner = view.Owner,
    };

    public static CatalogEntry Read(NpgsqlDataReader reader) => new()
    {
        Fingerprint = reader.GetString(0),
        TtlSeconds = Number(reader, 1),
        FreshnessSlaSeconds = Number(reader, 2),
        Description = Text(reader, 3),
        Owner = Text(reader, 4),
        Keys = reader.GetFieldValue<string[]>(5).ToEquatableArray(),
        EventTime = Text(reader, 6),
        Definition = Text(reader, 7),
    };

    private static long? Seconds(TimeSpan? duration) =>
        duration is { } value ? (value.Ticks + TimeSpan.TicksPerSecond - 1) / TimeSpan.TicksPerSecond : null;

    private static long? Number(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetInt64(column);

    private static string? Text(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
}
