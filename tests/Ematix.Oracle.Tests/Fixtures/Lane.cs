using System.Globalization;
using Ematix.LocalPostgres;
using Ematix.Planning;
using Npgsql;

namespace Ematix.Oracle.Tests;

/// <summary>A database on which stories run one after the other, each on an empty table.</summary>
internal sealed class Lane : IAsyncDisposable
{
    private readonly PostgresDatabase _database;
    private readonly NpgsqlDataSource _plain;
    private readonly HashSet<string> _ensured = [];

    private Lane(PostgresDatabase database, FeatureStore store)
    {
        _database = database;
        _plain = NpgsqlDataSource.Create(database.ConnectionString);
        Store = store;
    }

    public FeatureStore Store { get; }

    /// <summary>Opens a lane.</summary>
    /// <param name="postgres">The server.</param>
    /// <param name="settings">What the sessions of the store have set; the lane's own have the server's defaults.</param>
    public static async Task<Lane> OpenAsync(PostgresFixture postgres, params string[] settings)
    {
        var database = await postgres.Server.CreateDatabaseAsync();
        var lane = new Lane(database, FeatureStore.Open(database.ConnectionString));
        foreach (var setting in settings)
            await lane.ExecuteAsync($"ALTER DATABASE \"{database.Name}\" SET {setting}");
        return lane;
    }

    /// <summary>Empties the view's table, and forgets that it was ever loaded.</summary>
    public async Task ResetAsync(ViewDriver driver, CancellationToken cancellationToken)
    {
        if (_ensured.Add(driver.Table))
            await driver.EnsureAsync(Store, cancellationToken);
        await ExecuteAsync($"TRUNCATE {driver.Table}; UPDATE ematix_flow.feature_views SET last_synced_at = NULL WHERE name = {SqlText.Quoted(driver.Definition.CatalogName)}");
    }

    /// <summary>Drops the view's table, for a view that comes once.</summary>
    public async Task DropAsync(ViewDriver driver)
    {
        _ensured.Remove(driver.Table);
        await ExecuteAsync($"DROP TABLE IF EXISTS {driver.Table}; DELETE FROM ematix_flow.feature_views WHERE name = {SqlText.Quoted(driver.Definition.CatalogName)}");
    }

    /// <summary>
    /// Makes the next load happen at an instant after the clock, to the microsecond: a load that is not later than the last one takes its
    /// time plus one microsecond (semantics §1).
    /// </summary>
    public Task SetNextLoadAsync(ViewDriver driver, long at) => ExecuteAsync(
        $"UPDATE ematix_flow.feature_views SET last_synced_at = '{SqlText.Instant(at - 1)}' WHERE name = {SqlText.Quoted(driver.Definition.CatalogName)}");

    /// <summary>The database's clock.</summary>
    public async Task<long> ClockAsync() => Micros.Floor((await RowsAsync("SELECT clock_timestamp()", reader => reader.GetFieldValue<DateTimeOffset>(0)))[0]);

    public async Task<long> RowCountAsync(ViewDriver driver) => (await RowsAsync($"SELECT count(*) FROM {driver.Table}", reader => reader.GetInt64(0)))[0];

    /// <summary>Every row with the place and the transaction that wrote it: equal to an earlier one if nothing was written since.</summary>
    public async Task<string> FingerprintAsync(ViewDriver driver) =>
        (await RowsAsync($"SELECT coalesce(md5(string_agg(t.ctid::text || t.xmin::text || t.xmax::text, ' ' ORDER BY t.ctid)), '') FROM {driver.Table} AS t", reader => reader.GetString(0)))[0];

    /// <summary>What breaks the invariants of history, as sentences.</summary>
    public async Task<IReadOnlyList<string>> AuditAsync(ViewDriver driver)
    {
        var broken = new List<string>();
        foreach (var invariant in AuditPlanner.Invariants(driver.Definition))
        {
            var keys = await RowsAsync(invariant.Text, reader => $"({string.Join(", ", reader.GetFieldValue<string?[]>(1))})");
            if (keys.Count > 0)
                broken.Add(string.Create(CultureInfo.InvariantCulture, $"{invariant.Name} is broken for {string.Join(", ", keys)}: {invariant.Summary}"));
        }

        return broken;
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        await _plain.DisposeAsync();
        await _database.DisposeAsync();
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = _plain.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private async Task<List<T>> RowsAsync<T>(string sql, Func<NpgsqlDataReader, T> read)
    {
        await using var command = _plain.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync())
            rows.Add(read(reader));
        return rows;
    }
}
