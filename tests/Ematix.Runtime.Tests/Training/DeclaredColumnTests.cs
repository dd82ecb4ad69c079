using Apache.Arrow;
using static Ematix.Tests.Batches;
using static Ematix.Tests.Spend;

namespace Ematix.Tests.Training;

/// <summary>What a service passes through may be missing in a table, a query or record batches, but must have the declared type.</summary>
public sealed class DeclaredColumnTests(PostgresFixture postgres)
{
    private const string Keys = "7::bigint AS user_id, 8::bigint AS seller_id, 'ab' AS site, 'c' AS device, timestamptz '2024-03-02Z' AS t";

    [Theory]
    [InlineData("'yes'::text AS \"is fraud; --\"", "column \"is fraud; --\" is text, the service passes it through as boolean: write \"is fraud; --\"::boolean")]
    [InlineData("1::bigint AS deal_id", "column \"deal_id\" is bigint, the service passes it through as integer: write \"deal_id\"::integer")]
    public async Task Another_type_is_refused(string column, string difference)
    {
        await using var test = await StartAsync();

        Assert.Equal([difference], (await RefusedAsync(test, Spine.Sql("SELECT " + Keys + ", " + column, "t"))).Differences);
        await test.ExecuteAsync($"CREATE TABLE public.deals AS SELECT {Keys}, {column}");
        Assert.Equal([difference.Replace("write", "read the table with Spine.Sql, and write")], (await RefusedAsync(test, Spine.Table("public", "deals", "t"))).Differences);
    }

    [Theory]
    [InlineData("true AS \"is fraud; --\", 1::smallint AS deal_id")]
    [InlineData("1 AS deal_id")]
    [InlineData("'more' AS note")]
    public async Task A_narrower_one_and_none_are_not(string columns)
    {
        await using var test = await StartAsync();

        Assert.Single(await RowsAsync(DealModel.HistoricalFeaturesAsync(test.Store, Spine.Sql("SELECT " + Keys + ", " + columns, "t"))));
    }

    [Fact]
    public async Task Record_batches_are_judged_by_Arrow_s_types()
    {
        await using var test = await StartAsync();
        using var text = Batch(("is fraud; --", Texts("yes")));
        using var boolean = Batch(("is fraud; --", new BooleanArray.Builder().Append(true).Build()), ("deal_id", new Int16Array.Builder().Append(1).Build()));

        Assert.Equal(["column \"is fraud; --\" is text, the service passes it through as boolean: make it a column of Arrow type bool"], (await RefusedAsync(test, Spine.Arrow([text], "t"))).Differences);
        Assert.Single(await RowsAsync(DealModel.HistoricalFeaturesAsync(test.Store, Spine.Arrow([boolean], "t"))));
    }

    [Fact]
    public async Task A_text_of_any_kind_and_an_enum_s_name_are_texts()
    {
        await using var test = await TestStore.CreateAsync(postgres);
        await EveryKey.EnsureAsync(test.Store);
        string[] values = ["true", "1::smallint", "2", "3::bigint", "1.25::numeric(20,4)", "'a'", "'b'", "now()", "current_date", "localtime", "gen_random_uuid()", "'Free'"];
        var keys = string.Join(", ", values.Zip(Definitions.Of<EveryKey>().Keys, (value, key) => $"{value} AS \"{key.Column}\""));

        Assert.Single(await RowsAsync(EveryKeyModel.HistoricalFeaturesAsync(test.Store, Spine.Sql(
            "SELECT " + keys + ", 'Paid'::varchar(9) AS level, 1.5::numeric(20,9) AS price, timestamptz '2024-03-02Z' AS as_of", "as_of"))));
    }

    private static RecordBatch Batch(params (string Name, IArrowArray Values)[] more) =>
        Of([("user_id", Longs(7)), ("seller_id", Longs(8)), ("site", Texts("ab")), ("device", Texts("c")), ("t", Instants(Start)), .. more]);

    private static Task<SpineSchemaException> RefusedAsync(TestStore test, Spine spine) =>
        Assert.ThrowsAsync<SpineSchemaException>(() => RowsAsync(DealModel.HistoricalFeaturesAsync(test.Store, spine)));

    private async Task<TestStore> StartAsync()
    {
        var test = await LoadedAsync(postgres);
        await SensorReading.EnsureAsync(test.Store);
        return test;
    }
}
