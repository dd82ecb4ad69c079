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
    private FeatureStore? _readOnly;

    private Lane(PostgresDatabase database, FeatureStore store, NpgsqlDataSource other)
    {
        _database = database;
        _plain = NpgsqlDataSource.Create(database.ConnectionString);
        Store = store;
        Other = other;
    }

    public FeatureStore Store { get; }

    /// <summary>The same features for sessions that may only read.</summary>
    public FeatureStore ReadOnlyStore => _readOnly ??= OpenStore("default_transaction_read_only=on");

    /// <summary>Another database, to query. All lanes have the same one.</summary>
    public NpgsqlDataSource Other { get; }

    /// <summary>Opens a lane.</summary>
    /// <param name="postgres">The server.</param>
    /// <param name="settings">What the sessions of the store have set; the lane's own have the server's defaults.</param>
    public static async Task<Lane> OpenAsync(PostgresFixture postgres, params string[] settings)
    {
        var database = await postgres.Server.CreateDatabaseAsync();
        var lane = new Lane(database, FeatureStore.Open(database.ConnectionString), await postgres.OtherAsync());
        foreach (var setting in settings)
            await lane.ExecuteAsync($"ALTER DATABASE \"{database.Name}\" SET {setting}");
        return lane;
    }

    /// <summary>The same features for sessions with settings of their own. Whoever opens it disposes it.</summary>
    public FeatureStore OpenStore(params string[] settings) => FeatureStore.Open(
        new NpgsqlConnectionStringBuilder(_database.ConnectionString) { Options = string.Join(' ', settings.Select(setting => "-c " + setting)) }.ConnectionString);

    /// <summary>Puts rows where a read finds them as a table <c>public.spine</c>.</summary>
    public Task KeepSpineAsync(string query) => ExecuteAsync($"DROP TABLE IF EXISTS public.spine; CREATE TABLE public.spine AS {query}");

    /// <summary>Empties the view's table, and forgets that it was ever loaded.</summary>
    public async Task ResetAsync(ViewDriver driver, CancellationToken cancellationToken)
    {
        if (_ensured.Add(driver.Table))
            await driver.EnsureAsync(Store, OnDrift.Error, cancellationToken);
        var online = driver.Online switch
        {
            null => "",
            { IsTable: true } table => $"TRUNCATE {table.Name};",
            { } view => $"REFRESH MATERIALIZED VIEW {view.Name};",
        };
        await ExecuteAsync($"TRUNCATE {driver.Table}; {online} UPDATE ematix_flow.feature_views SET last_synced_at = NULL WHERE name = {SqlText.Quoted(driver.Definition.CatalogName)}; DELETE FROM ematix_flow.watermarks WHERE view_name = {SqlText.Quoted(driver.Definition.CatalogName)}");
    }

    /// <summary>Drops the view's table, for a view that comes once.</summary>
    public async Task DropAsync(ViewDriver driver)
    {
        _ensured.Remove(driver.Table);
        await ExecuteAsync($"DROP TABLE IF EXISTS {driver.Table} CASCADE; {(driver.Online is { IsTable: true } online ? $"DROP TABLE IF EXISTS {online.Name};" : "")} DELETE FROM ematix_flow.feature_views WHERE name = {SqlText.Quoted(driver.Definition.CatalogName)}");
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

    /// <summary>Every row of the table, of its online snapshot and of the catalog, and what relations there are: equal to an earlier one if nothing has stayed since.</summary>
    /// <param name="driver">The view.</param>
    /// <param name="withRuns">Whether the rows of run history count; a load that fails adds one.</param>
    public async Task<string> StateAsync(ViewDriver driver, bool withRuns)
    {
        var catalog = await RowsAsync("SELECT format('%I.%I', schemaname, tablename) FROM pg_tables WHERE schemaname = 'ematix_flow' ORDER BY 1", reader => reader.GetString(0));
        string[] tables = [driver.Table, .. catalog.Where(table => withRuns || table != "ematix_flow.run_history"), .. driver.Online is { IsTable: true } online ? [online.Name] : (string[])[]];
        var states = tables.Select(table => $"(SELECT coalesce(md5(string_agg(t.ctid::text || t.xmin::text || t::text, ' ' ORDER BY t.ctid)), '') FROM {table} AS t)");
        if (driver.Online is { IsTable: false } view)
            states = states.Append($"(SELECT coalesce(md5(string_agg(t::text, ' ' ORDER BY t::text)), '') FROM {view.Name} AS t)");
        const string Relations = "(SELECT md5(string_agg(oid::text || relfilenode::text || relname, ' ' ORDER BY oid)) FROM pg_class WHERE relpersistence <> 't' AND relnamespace::regnamespace::text !~ '^pg_')";
        return (await RowsAsync($"SELECT concat_ws(' ', {string.Join(", ", states.Append(Relations))})", reader => reader.GetString(0)))[0];
    }

    /// <summary>Lets loads fail when all is written: by an error of the server, or the end of the connection.</summary>
    public Task BreakAsync(bool endsConnection) => ExecuteAsync($"""
        CREATE OR REPLACE FUNCTION public.break_down() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            {(endsConnection ? "PERFORM pg_catalog.pg_terminate_backend(pg_catalog.pg_backend_pid());" : "")}
            RAISE EXCEPTION 'out of order';
        END $$;
        CREATE TRIGGER break_down BEFORE UPDATE ON ematix_flow.feature_views FOR EACH ROW EXECUTE FUNCTION public.break_down()
        """);

    /// <summary>Ends what <see cref="BreakAsync"/> began.</summary>
    public Task MendAsync() => ExecuteAsync("DROP TRIGGER break_down ON ematix_flow.feature_views");

    /// <summary>The rows of a table: stored values, the time of the load, its batch.</summary>
    public Task<List<(object?[] Values, long LoadedAt, Guid BatchId)>> RowsAsync(ViewDriver driver) => RowsAsync(
        $"SELECT {driver.ColumnList}, _loaded_at, _batch_id FROM {driver.Table}",
        reader => (StoredRow.Read(driver.Spec, reader), Micros.Floor(reader.GetFieldValue<DateTimeOffset>(driver.Spec.Columns.Count)), reader.GetGuid(driver.Spec.Columns.Count + 1)));

    /// <summary>What breaks the invariants of history, and of its online snapshot, as sentences.</summary>
    public async Task<IReadOnlyList<string>> AuditAsync(ViewDriver driver)
    {
        var broken = new List<string>();
        if (driver.Spec.Mode != TableMode.History)
            return broken;
        if (driver.Online is not null && (await RowsAsync(AuditPlanner.OnlineDifference(driver.Definition), reader => reader.GetInt64(0)))[0] is not 0 and var rows)
            broken.Add(string.Create(CultureInfo.InvariantCulture, $"I6 is broken: the online snapshot and the current versions differ in {rows} rows"));
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
        if (_readOnly is not null)
            await _readOnly.DisposeAsync();
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
