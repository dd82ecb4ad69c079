using static Ematix.Tests.Batches;
using static Ematix.Tests.Spend;
using static Ematix.Tests.Times;

namespace Ematix.Tests.Training;

/// <summary>Semantics §7: a read that waits for a table whose rows are all replaced meanwhile reads the new ones. To a snapshot from before, there are none.</summary>
public sealed class ReplacedTableTests(PostgresFixture postgres)
{
    private const string History = "features.user_spend_v1";

    [Fact]
    public async Task A_history_has_its_rows_for_record_batches()
    {
        await using var test = await LoadedAsync(postgres);
        await using var replacement = await Replacement.BeginAsync(test, History);
        var read = RowsAsync(UserSpend.HistoricalFeaturesAsync(test.Store, Spine.Sql("SELECT 7 AS user_id, timestamptz '2024-03-05Z' AS t", "t"), new() { Columns = [UserSpend.Columns.Purchases] }));
        await replacement.EndAsync();

        Assert.Equal(["7|2024-03-05 00:00:00.000000|3"], await read);
    }

    [Fact]
    public async Task A_history_has_its_rows_for_typed_rows()
    {
        await using var test = await LoadedAsync(postgres);
        await using var replacement = await Replacement.BeginAsync(test, History);
        var read = PurchasesAsync(test, [new SpineRow<long>(7, At("2024-03-05"))], new());
        await replacement.EndAsync();

        Assert.Equal([3], await read);
    }

    [Theory]
    [InlineData("off"), InlineData("on")]
    public async Task A_spine_has_its_rows(string readOnly)
    {
        await using var test = await LoadedAsync(postgres);
        await test.ExecuteAsync("CREATE TABLE public.pairs AS SELECT 7::bigint AS user_id, timestamptz '2024-03-05Z' AS t; CREATE VIEW public.some AS TABLE public.pairs");
        await using var store = FeatureStore.Open(test.ConnectionString + ";Options=-c default_transaction_read_only=" + readOnly);
        foreach (var spine in new[] { Spine.Table("public", "pairs", "t"), Spine.Table("public", "some", "t"), Spine.Sql("SELECT user_id, t FROM public.pairs", "t") })
        {
            await using var replacement = await Replacement.BeginAsync(test, "public.pairs");
            var read = RowsAsync(UserSpend.HistoricalFeaturesAsync(store, spine, new() { Columns = [UserSpend.Columns.Purchases] }));
            await replacement.EndAsync();

            Assert.Single(await read);
        }
    }

    [Fact]
    public async Task Another_table_under_the_same_name_has_its_rows()
    {
        await using var test = await LoadedAsync(postgres);
        await test.ExecuteAsync("CREATE TABLE public.pairs AS SELECT 7::bigint AS user_id, timestamptz '2024-03-05Z' AS t");
        await using var connection = new Npgsql.NpgsqlConnection(test.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        async Task ExecuteAsync(string sql)
        {
            await using var command = new Npgsql.NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync();
        }

        await ExecuteAsync("BEGIN; ALTER TABLE public.pairs RENAME TO former; CREATE TABLE public.pairs AS TABLE public.former");
        var read = RowsAsync(UserSpend.HistoricalFeaturesAsync(test.Store, Spine.Table("public", "pairs", "t")));
        while (await test.ScalarAsync<long>("SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'public.pairs'::regclass") == 0)
            await Task.Delay(5);
        await ExecuteAsync("COMMIT");

        Assert.Single(await read);
    }
}
