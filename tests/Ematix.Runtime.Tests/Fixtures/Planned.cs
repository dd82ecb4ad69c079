using Ematix.Model;
using Ematix.Planning;
using Npgsql;

namespace Ematix.Tests;

/// <summary>A load's planned statements in a transaction of their own, to see how the server runs each; rolled back.</summary>
internal sealed class Planned : IAsyncDisposable
{
    private readonly NpgsqlDataSource _dataSource;
    private readonly NpgsqlConnection _connection;

    private Planned(NpgsqlDataSource dataSource, NpgsqlConnection connection, LoadPlan plan) => (_dataSource, _connection, Plan) = (dataSource, connection, plan);

    public LoadPlan Plan { get; }

    public static async Task<Planned> BeginAsync<TView>(TestStore test, LoadOptionsModel options)
        where TView : class, IFeatureView<TView>
    {
        await Runtime.ViewOperations.EnsureAsync<TView>(test.Store, OnDrift.Error, TestContext.Current.CancellationToken);
        var dataSource = NpgsqlDataSource.Create(test.ConnectionString);
        var planned = new Planned(dataSource, await dataSource.OpenConnectionAsync(TestContext.Current.CancellationToken), LoadPlanner.Plan(TView.Definition, options));
        await planned.RunAsync("BEGIN");
        await planned.RunAsync(SessionSql.RoomToWork);
        return planned;
    }

    /// <summary>Stages a query and makes it the batch, as a load does where no row is repeated.</summary>
    public async Task StageAsync(string query)
    {
        await RunAsync(Plan.StageQuery(query, null));
        await RunAsync(Plan.KeepStage!);
        await RunAsync(Plan.Analyze!);
    }

    public async Task RunAsync(string sql, params Func<NpgsqlParameter>[] parameters)
    {
        await using var command = Command(sql, parameters);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The server's plan, as text.</summary>
    public Task<string> ExplainAsync(string sql, params Func<NpgsqlParameter>[] parameters) => ExplainAsync(sql, "COSTS OFF", parameters);

    /// <summary>The same with options of EXPLAIN.</summary>
    public async Task<string> ExplainAsync(string sql, string options, params Func<NpgsqlParameter>[] parameters)
    {
        await using var command = Command($"EXPLAIN ({options}) {sql}", parameters);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var lines = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            lines.Add(reader.GetString(0));
        return string.Join("\n", lines);
    }

    public async ValueTask DisposeAsync()
    {
        await _connection.DisposeAsync();
        await _dataSource.DisposeAsync();
    }

    private NpgsqlCommand Command(string sql, Func<NpgsqlParameter>[] parameters)
    {
        var command = new NpgsqlCommand(sql, _connection);
        foreach (var parameter in parameters)
            command.Parameters.Add(parameter());
        return command;
    }
}
