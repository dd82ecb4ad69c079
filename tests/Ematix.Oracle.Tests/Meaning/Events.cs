using System.Globalization;

namespace Ematix.Oracle.Tests.Meaning;

/// <summary>An event-time table of the oracle with one key column and one value, written down as short texts.</summary>
internal sealed class Events(long? ttl = null)
{
    private readonly OracleTable _table = OracleTable.Of(new OracleView(
        [
            new("key", ValueKind.Text) { Role = ColumnRole.Key },
            new("at", ValueKind.Instant) { Role = ColumnRole.EventTime },
            new("value", ValueKind.Text) { IsNullable = true },
        ],
        ttl));

    public static object?[] Row(string? key, long? at, string? value = "a") => [key, at is { } micros ? Micros.ToInstant(micros) : null, value];

    public LoadOutcome Load(long loadedAt, Late late, params object?[][] rows) => _table.Load(rows, loadedAt, late);

    public LoadOutcome Load(long loadedAt, params object?[][] rows) => _table.Load(rows, loadedAt);

    /// <summary>The versions of a key: <c>value[from,to)closedBy</c>.</summary>
    public string History(string key = "k") => string.Join(" ", _table.History(new RowKey([key])).Select(version => string.Create(
        CultureInfo.InvariantCulture, $"{version.Values[2] ?? "NULL"}[{version.From},{(version.To is { } to ? to.ToString(CultureInfo.InvariantCulture) : "")}){version.ClosedBy?.ToString().ToLowerInvariant()}")));

    public object? At(long asOf, long? shorter = null, string key = "k") => _table.PointInTime(new RowKey([key]), asOf, shorter)?[2];

    public object? Online(long clock, string key = "k") => _table.Online(new RowKey([key]), clock)?[2];
}
