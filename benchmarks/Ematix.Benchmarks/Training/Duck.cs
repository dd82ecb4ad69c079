using System.Globalization;
using DuckDB.NET.Data;
using Ematix.Benchmarks.Measuring;

namespace Ematix.Benchmarks.Training;

/// <summary>DuckDB in this process, with the same histories and spines in its own tables.</summary>
internal sealed class Duck : IAsyncDisposable
{
    private readonly ScratchFolder _folder = new("ematix-duck-");
    private readonly DuckDBConnection _connection;

    private Duck() => _connection = new DuckDBConnection($"DataSource={_folder.File("histories.duckdb")}");

    public static async Task<Duck> CreateAsync(HistoryRows history, IEnumerable<int> spines)
    {
        var duck = new Duck();
        await duck._connection.OpenAsync();
        for (var view = 0; view < HistoryTables.Names.Length; view++)
        {
            for (var version = 1; version <= history.Versions; version++)
                await duck.ExecuteAsync($"{(version == 1 ? $"CREATE TABLE history_{view} AS" : $"INSERT INTO history_{view}")} {history.Of(version, view, "timestamp")}");
        }

        foreach (var rows in spines)
            await duck.ExecuteAsync(string.Create(CultureInfo.InvariantCulture, $"CREATE TABLE spine_{rows} AS {history.Spine(rows, "timestamp")}"));
        return duck;
    }

    /// <summary>ASOF JOIN into a table in memory: all of the answer is made, none of it leaves the engine.</summary>
    /// <param name="rows">The spine's.</param>
    /// <param name="views">How many views.</param>
    /// <param name="inSpineOrder">Whether the answer is brought into the spine's order, as the product's is.</param>
    public Task AsOfAsync(int rows, int views, bool inSpineOrder = false)
    {
        var features = Enumerable.Range(0, views).SelectMany(view => HistoryRows.Features.Select(feature => $"h{view}.{feature} AS {feature}_{view}"));
        var joins = Enumerable.Range(0, views).Select(view => $"ASOF LEFT JOIN history_{view} AS h{view} ON s.customer_id = h{view}.customer_id AND s.as_of >= h{view}.valid_from");
        return ExecuteAsync(string.Create(CultureInfo.InvariantCulture, $"CREATE OR REPLACE TEMPORARY TABLE answer AS SELECT s.*, {string.Join(", ", features)} FROM spine_{rows} AS s {string.Join(' ', joins)}{(inSpineOrder ? " ORDER BY s.n" : "")}"));
    }

    /// <summary>What the last answer adds up to.</summary>
    public async Task<Checksum> CheckAsync()
    {
        await using var command = _connection.CreateCommand();
        command.CommandText = "SELECT count(*)::int8, count(purchases_0)::int8, sum(purchases_0)::int8 FROM answer";
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return new Checksum(reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2));
    }

    public async ValueTask DisposeAsync()
    {
        await _connection.DisposeAsync();
        _folder.Dispose();
    }

    private async Task ExecuteAsync(string statement)
    {
        await using var command = _connection.CreateCommand();
        command.CommandText = statement;
        await command.ExecuteNonQueryAsync();
    }
}
