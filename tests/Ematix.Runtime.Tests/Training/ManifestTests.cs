using static Ematix.Tests.Batches;
using static Ematix.Tests.Spend;

namespace Ematix.Tests.Training;

/// <summary>A manifest says where the spine came from, without a value, and by which statement one connection would read the set.</summary>
public sealed class ManifestTests(PostgresFixture postgres)
{
    [Fact]
    public async Task It_names_the_table()
    {
        await using var test = await LoadedAsync(postgres);
        await test.ExecuteAsync("""CREATE TABLE public."la""bels" (user_id bigint, t timestamptz)""");

        Assert.Equal(new TrainingManifestSpine { Kind = "Table", Table = "\"public\".\"la\"\"bels\"" }, await SpineAsync(test, Spine.Table("public", "la\"bels", "t")));
    }

    [Fact]
    public async Task It_has_the_query_with_placeholders_and_no_value()
    {
        await using var test = await LoadedAsync(postgres);

        Assert.Equal(
            new TrainingManifestSpine { Kind = "Query", Query = "SELECT 7 AS user_id, $1 AS t WHERE $2 <> ''" },
            await SpineAsync(test, Spine.Sql($"SELECT 7 AS user_id, {Start} AS t WHERE {"s3cret"} <> '';", "t")));
        Assert.Equal(
            new TrainingManifestSpine { Kind = "Query", Query = "SELECT 7 AS user_id, now() AS t" },
            await SpineAsync(test, Spine.Sql("SELECT 7 AS user_id, now() AS t", "t")));
    }

    [Fact]
    public async Task It_says_of_which_kind_a_spine_of_the_caller_s_is()
    {
        await using var test = await LoadedAsync(postgres);
        using var batch = Of(("user_id", Longs(7)), ("t", Instants(Start)));

        Assert.Equal(new TrainingManifestSpine { Kind = "Arrow" }, await SpineAsync(test, Spine.Arrow([batch], "t")));
        await using var rows = await UserSpend.HistoricalFeaturesAsync(test.Store, [new SpineRow<long>(7, Start)]).OpenAsync();
        Assert.Equal(new TrainingManifestSpine { Kind = "Rows" }, rows.Manifest.Spine);
    }

    [Fact]
    public async Task It_has_the_statement_for_one_connection_however_many_read()
    {
        await using var test = await LoadedAsync(postgres);
        const string Query = "SELECT 7 + n % 2 AS user_id, timestamptz '2024-03-02Z' AS t FROM generate_series(1, 30000) AS n";
        var (one, two) = (UserSpend.HistoricalFeaturesAsync(test.Store, Spine.Sql(Query, "t"), new() { MaxConnections = 1 }), UserSpend.HistoricalFeaturesAsync(test.Store, Spine.Sql(Query, "t")));

        await using var alone = await one.OpenAsync();
        await using var shared = await two.OpenAsync();
        Assert.Equal(alone.Manifest.Sql, shared.Manifest.Sql);
        Assert.Equal((await one.ExplainAsync()).Sql, Assert.Single(alone.Manifest.Sql));
    }

    private static async Task<TrainingManifestSpine> SpineAsync(TestStore test, Spine spine)
    {
        await using var reader = await UserSpend.HistoricalFeaturesAsync(test.Store, spine).OpenAsync();
        return reader.Manifest.Spine;
    }
}
