using System.Globalization;

namespace Ematix.Oracle.Tests;

/// <summary>Reads as a person repeats them.</summary>
internal static class TrainingText
{
    private const int Few = 8;

    public static string Of(TrainingRead read)
    {
        var asked = read.Asked;
        string?[] parts =
        [
            $"as {read.Way}, {read.Strategy}",
            read.IsReadOnly ? "read only" : null,
            asked.IsBefore ? "Before" : null,
            asked.Ttl is { } ttl ? string.Create(CultureInfo.InvariantCulture, $"time to live {ttl} µs") : null,
            asked.KnownAt is { } known ? $"as known at {StoryText.Instant(known)}" : null,
            read.IsCut ? "in small parts" : null,
            read.BatchSize < 65_536 ? string.Create(CultureInfo.InvariantCulture, $"batches of {read.BatchSize}") : null,
        ];
        var views = read.Members.Select(member => $"{member.Prefix}{member.Name} by ({string.Join(", ", member.Keys.Select(place => read.Spine.Columns[place].Name))})");
        return $"training set of {string.Join(" and ", views)}, {string.Join(", ", parts.OfType<string>())}";
    }

    /// <summary>A row of values with the names of its columns. Of many, those that are NULL are left out.</summary>
    public static string Row(IReadOnlyList<OracleColumn> columns, IReadOnlyList<string> names, IReadOnlyList<object?>? row) => row is null
        ? "none"
        : string.Join("  ", columns.Zip(names, row).Where(column => column.Third is not null || columns.Count <= Few).Select(column => $"{column.Second}={StoryText.Value(column.First, column.Third)}"));
}
