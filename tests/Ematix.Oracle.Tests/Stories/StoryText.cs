using System.Globalization;
using System.Text;

namespace Ematix.Oracle.Tests;

/// <summary>Stories as a person reads them.</summary>
internal static class StoryText
{
    private const int Few = 6;

    public static string Of(ViewSpec spec, Story story)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"View {spec.Name}: {(spec.HasEventTime ? "event time" : "snapshot")}, {(spec.Ttl is { } ttl ? $"time to live {ttl} µs" : "no time to live")}\n");
        foreach (var (number, batch) in story.Batches.Index())
        {
            var at = batch.LoadAt is { } load ? $" at {Instant(load)}" : "";
            text.Append(CultureInfo.InvariantCulture, $"Load {number + 1}{at}, {Options(spec, batch.Options)}as {batch.Way}{(batch.IsBefore ? ", before the evolution" : "")}{Attempts(batch)}:\n");
            foreach (var row in batch.Rows)
                text.Append("    ").Append(Row(spec, row)).Append('\n');
            if (batch.Rows.Count == 0)
                text.Append("    (no row)\n");
        }

        return text.ToString();
    }

    /// <summary>The options that are set.</summary>
    private static string Options(ViewSpec spec, LoadOptions options)
    {
        var text = new StringBuilder();
        Add("late rows", options.Late);
        Add("compared", Columns(spec, options.Compared));
        Add("feature set", Columns(spec, options.FeatureSet));
        Add("updated", Columns(spec, options.Updated));
        Add("event time", options.EventTime is { } column ? spec.Columns[column].Column.Name : null);
        Add("time to live", options.Ttl);
        Add("window", options.Window is { } window ? $"[{Instant(window.From)}, {Instant(window.To)})" : null);
        Add("skips what is ahead by more than", options.SkipsFuture ? options.Tolerance : null);
        Add("deletes at most", options.DeletesAbsent ? options.MaxDeleteFraction : null);
        Add("of an empty source", options is { DeletesAbsent: true, AllowsEmptySource: true } ? "all" : null);
        return text.ToString();

        void Add(string name, object? value)
        {
            if (value is not null)
                text.Append(CultureInfo.InvariantCulture, $"{name}: {value}, ");
        }
    }

    private static string? Columns(ViewSpec spec, IReadOnlyList<int>? columns) => columns is null ? null : $"({string.Join(", ", columns.Select(column => spec.Columns[column].Column.Name))})";

    private static string Attempts(Batch batch) =>
        (batch.IsTried ? ", a dry run first" : "") + (batch.Crash is { } crash ? $", {crash} first" : "") + (batch.IsRepeated ? ", then the same again" : "");

    /// <summary>A row. Of many columns, those that are NULL are left out.</summary>
    public static string Row(ViewSpec spec, IReadOnlyList<object?>? row) => row is null
        ? "none"
        : string.Join("  ", spec.Columns.Zip(row).Where(column => column.Second is not null || row.Count <= Few).Select(column => $"{column.First.Column.Name}={Value(column.First.Column, column.Second)}"));

    public static string Key(ViewSpec spec, IReadOnlyList<object?> key) =>
        "(" + string.Join(", ", spec.Keys.Zip(key, (column, value) => $"{column.Column.Name}={Value(column.Column, value)}")) + ")";

    public static string Versions(ViewSpec spec, IEnumerable<HistoryVersion> versions) => Lines(versions.Select(version =>
        $"[{Instant(version.From)}, {(version.To is { } to ? Instant(to) : "open")}) {version.ClosedBy?.ToString().ToLowerInvariant() ?? "-",-7} {Row(spec, version.Values)}"));

    public static string Versions(ViewSpec spec, IEnumerable<ReadVersion> versions) => Lines(versions.Select(version =>
        $"[{Instant(version.From)}, {(version.To is { } to ? Instant(to) : "open")}) {version.ClosedBy ?? "-",-7} {Row(spec, version.Values)}"));

    public static string Instant(long micros) =>
        Instants.IsInRange(micros) ? Micros.ToInstant(micros).ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture) : $"{micros} µs";

    private static string Lines(IEnumerable<string> lines) => string.Concat(lines.DefaultIfEmpty("(nothing)").Select(line => "\n        " + line));

    public static string Value(OracleColumn column, object? value) => value switch
    {
        null => "NULL",
        Unstorable wrong => wrong.Sql,
        long micros when column.Kind == ValueKind.Instant => Instant(micros),
        DateTimeOffset instant => instant.ToString("yyyy-MM-dd HH:mm:ss.fffffffzzz", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm:ss.fffffff", CultureInfo.InvariantCulture),
        string text => SqlText.Quoted(text),
        object?[] elements => "{" + string.Join(", ", elements.Select(element => Value(column, element))) + "}",
        byte[] bytes => "\\x" + Convert.ToHexStringLower(bytes),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
