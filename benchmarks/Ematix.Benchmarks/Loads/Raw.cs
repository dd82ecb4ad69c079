using Ematix.Benchmarks.Measuring;

namespace Ematix.Benchmarks.Loads;

/// <summary>What the writes alone cost: no comparison, no check.</summary>
internal static class Raw
{
    private const string Added = "now(), NULL, true, 0, now(), '00000000-0000-0000-0000-000000000002', NULL";

    /// <summary>All rows of a source into an empty history.</summary>
    public static Task InsertAsync(HistoryTable history, string source) =>
        history.Database.ExecuteAsync($"INSERT INTO {history.Name} SELECT {Columns.Of("s")}, {Added} FROM {source} AS s");

    /// <summary>Closes every current version and writes all rows of a source.</summary>
    public static Task UpdateAndInsertAsync(HistoryTable history, string source) => history.Database.TransactAsync(
        $"UPDATE {history.Name} SET valid_to = now(), is_current = false, _closed_by = 'next' WHERE is_current",
        $"INSERT INTO {history.Name} SELECT {Columns.Of("s")}, {Added} FROM {source} AS s");

    /// <summary>Pipes a query's rows from one database into a table of another, in COPY's binary format, byte by byte as they come.</summary>
    public static async Task PipeAsync(BenchmarkDatabase from, string query, BenchmarkDatabase to, string table)
    {
        await using var source = await from.Plain.OpenConnectionAsync();
        await using var target = await to.Plain.OpenConnectionAsync();
        await using var read = await source.BeginRawBinaryCopyAsync($"COPY ({query}) TO STDOUT (FORMAT BINARY)");
        await using var write = await target.BeginRawBinaryCopyAsync($"COPY {table} FROM STDIN (FORMAT BINARY)");
        await read.CopyToAsync(write, 1 << 16);
    }
}
