using Npgsql;
using static Ematix.Tests.Batches;
using static Ematix.Tests.Spend;

namespace Ematix.Tests.Training;

/// <summary>A view that was never loaded, one whose table lost a column, and a mistyped spine are told apart, at the opening of every read.</summary>
public sealed class MissingTableTests(PostgresFixture postgres)
{
    private const string Query = "SELECT 7 AS user_id, 'a' AS site, 's' AS sensor, now() AS t";

    private static readonly TrainingSet Both = TrainingSet.For<UserSpend, SensorReading>();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_view_without_a_table_is_named(bool isKnownAt)
    {
        await using var test = await LoadedAsync(postgres);
        HistoricalOptions options = new() { AsKnownAt = isKnownAt ? Start : null };
        var opened = await Assert.ThrowsAsync<NotRegisteredException>(() => Both.HistoricalFeaturesAsync(test.Store, Spine.Sql(Query, "t"), options).OpenAsync());
        var typed = await Assert.ThrowsAsync<NotRegisteredException>(async () => await DealModel.HistoricalRowsAsync(test.Store, Array.Empty<DealModel.SpineRow>(), options).AnyAsync());

        Assert.Equal(
            "The read of \"features\".\"sensor_reading_v1\" was refused: features.sensor_reading.v1 has no table here. Nothing was read. Run EnsureAsync or SyncAsync of the view first, or open the store on the database that has it.",
            opened.Message);
        Assert.Equal(("\"features\".\"sensor_reading_v1\"", "features.sensor_reading.v1"), (opened.Target, opened.CatalogName));
        Assert.Equal(PostgresErrorCodes.UndefinedTable, Assert.IsType<PostgresException>(opened.InnerException).SqlState);
        Assert.Equal(opened.Message, typed.Message);
    }

    [Fact]
    public async Task In_a_database_without_anything_it_is_too()
    {
        await using var test = await TestStore.CreateAsync(postgres);
        foreach (var known in new DateTimeOffset?[] { null, Start })
            await Assert.ThrowsAsync<NotRegisteredException>(() => UserSpend.HistoricalFeaturesAsync(test.Store, Spine.Sql(Query, "t"), new() { AsKnownAt = known }).ExplainAsync());
    }

    [Fact]
    public async Task A_column_that_a_table_lost_is_named_where_it_is_read()
    {
        await using var test = await LoadedAsync(postgres);
        await test.ExecuteAsync("ALTER TABLE features.user_spend_v1 DROP COLUMN average");
        var drift = await Assert.ThrowsAsync<SchemaDriftException>(() => UserSpend.HistoricalFeaturesAsync(test.Store, Spine.Sql(Query, "t")).OpenAsync());

        Assert.Equal("\"features\".\"user_spend_v1\"", drift.Target);
        Assert.StartsWith("column \"average\" (numeric(", Assert.Single(drift.Differences), StringComparison.Ordinal);
        await Assert.ThrowsAsync<SchemaDriftException>(() => PurchasesAsync(test, [new SpineRow<long>(7, Start)]));
        Assert.Single(await RowsAsync(UserSpend.HistoricalFeaturesAsync(test.Store, Spine.Sql(Query, "t"), new() { Columns = [UserSpend.Columns.Purchases] })));
        await test.ExecuteAsync("ALTER TABLE features.user_spend_v1 ADD COLUMN average numeric(10,2)");
    }

    [Theory]
    [InlineData("public", "lables")]
    [InlineData("nowhere", "labels")]
    public async Task A_spine_s_table_that_is_not_there_is_named(string schema, string table)
    {
        await using var test = await LoadedAsync(postgres);
        var refused = await Assert.ThrowsAsync<SpineSchemaException>(() => UserSpend.HistoricalFeaturesAsync(test.Store, Spine.Table(schema, table, "t")).OpenAsync());

        Assert.Equal([$"there is no table \"{schema}\".\"{table}\" (names are taken to the letter, by case too)"], refused.Differences);
        Assert.IsType<PostgresException>(refused.InnerException);
    }

    [Fact]
    public async Task An_error_of_a_query_stays_the_server_s()
    {
        await using var test = await LoadedAsync(postgres);

        Assert.Equal(PostgresErrorCodes.UndefinedTable, (await Assert.ThrowsAsync<PostgresException>(() => UserSpend.HistoricalFeaturesAsync(test.Store, Spine.Sql("SELECT * FROM nothing", "t")).OpenAsync())).SqlState);
    }
}
