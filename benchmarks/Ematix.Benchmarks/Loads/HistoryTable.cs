using System.Globalization;
using Ematix.Benchmarks.Measuring;

namespace Ematix.Benchmarks.Loads;

/// <summary>A history like the product's, with its columns, constraints and indexes, that can be put back to how it was.</summary>
/// <param name="Database">Where it is.</param>
/// <param name="Name">Its name.</param>
internal sealed record HistoryTable(BenchmarkDatabase Database, string Name)
{
    private const string Loaded = "timestamptz '2025-01-01 00:00:00+00'";

    /// <summary>An empty copy of its columns, constraints and indexes.</summary>
    public async Task<HistoryTable> LikeAsync(string name)
    {
        await Database.ExecuteAsync($"CREATE TABLE {name} (LIKE {Name} INCLUDING ALL)");
        return this with { Name = name };
    }

    /// <summary>Each customer gets so many versions, a day apart; the last has what the unchanged source has, and starts at its event if events decide.</summary>
    public async Task FillAsync(int versions, bool startsAtEvent = false)
    {
        string Start(string v) => $"{(startsAtEvent ? "s.last_seen_at" : Loaded)} + ({v} - {versions.ToString(CultureInfo.InvariantCulture)}) * interval '1 day'";
        var columns = Columns.Of("s").Replace("s.purchases", string.Create(CultureInfo.InvariantCulture, $"s.purchases - {versions} + v"), StringComparison.Ordinal);
        if (startsAtEvent)
            columns = columns.Replace("s.last_seen_at", Start("v"), StringComparison.Ordinal);
        await Database.ExecuteAsync(
            $"TRUNCATE {Name}",
            string.Create(CultureInfo.InvariantCulture, $"""
                INSERT INTO {Name}
                SELECT {columns}, {Start("v")}, CASE WHEN v < {versions} THEN {Start("v + 1")} END, v = {versions},
                    0, {Loaded}, '00000000-0000-0000-0000-000000000001', CASE WHEN v < {versions} THEN 'next' END
                FROM generate_series(1, {versions}) AS v, {SourceTables.Name(0)} AS s
                ORDER BY v, s.customer_id
                """),
            $"VACUUM ANALYZE {Name}");
    }

    /// <summary>Takes over another's rows, in its order.</summary>
    public Task CopyAsync(HistoryTable template) => Database.ExecuteAsync(
        $"TRUNCATE {Name}", $"INSERT INTO {Name} SELECT * FROM {template.Name}", $"VACUUM ANALYZE {Name}");

    /// <summary>Empties it.</summary>
    public Task ClearAsync() => Database.ExecuteAsync($"TRUNCATE {Name}");
}
