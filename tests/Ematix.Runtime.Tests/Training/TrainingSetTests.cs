using static Ematix.Tests.Batches;
using static Ematix.Tests.Times;

namespace Ematix.Tests.Training;

/// <summary>Several views, one spine.</summary>
public sealed class TrainingSetTests(PostgresFixture postgres)
{
    private static readonly DateTimeOffset Start = At("2024-03-01 10:00");

    public static TheoryData<JoinStrategy> Strategies => [.. Enum.GetValues<JoinStrategy>()];

    [Theory, MemberData(nameof(Strategies))]
    public async Task A_hundred_pairs_over_three_views_give_the_right_wide_table(JoinStrategy strategy)
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<UserSpend>().Audits<SensorReading>().Audits<Order>();
        await UserSpend.SyncAsync(test.Store, Enumerable.Range(0, 50).SelectMany(day => Enumerable.Range(0, 10).Select(user =>
            new UserSpend { UserId = user, Purchases = (user * 1000) + day, At = Start.AddDays(day) })));
        await SensorReading.SyncAsync(test.Store, Enumerable.Range(0, 20).Select(i => new SensorReading { Site = "s" + (i % 2), Sensor = "t", Value = i, At = Start.AddDays(i) }));
        await Order.SyncAsync(test.Store, Enumerable.Range(0, 10).Select(i => new Order { Id = i, State = "o" + i, OrderedAt = Start.AddDays(i), ShippedAt = Start }));
        await test.ExecuteAsync("""
            CREATE TABLE public.pairs AS
            SELECT i % 11 AS user_id, 's' || i % 3 AS site, 't' AS sensor, i % 10 AS id, i AS label, timestamptz '2024-03-01 10:00Z' + i * interval '12 hours' AS t
            FROM generate_series(0, 99) AS i ORDER BY i * 37 % 100
            """);
        var set = TrainingSet.For<UserSpend, SensorReading, Order>();
        var features = set.HistoricalFeaturesAsync(test.Store, Spine.Table("public", "pairs", "t"), new() { Strategy = strategy });
        await using (var reader = await features.OpenAsync())
        {
            Assert.Equal("user_id site sensor id label t purchases average user_spend__at sensor_reading__at value note state ordered_at shipped_at", Names(reader.Schema));
            Assert.Equal(["features.user_spend.v1", "features.sensor_reading.v1", "features.order.v1"], reader.Manifest.Views.Select(view => view.CatalogName));
        }

        Assert.Equal(Enumerable.Range(0, 100).Select(i => Wide(Enumerable.Range(0, 100).Single(k => k * 37 % 100 == i))), await RowsAsync(features));
    }

    [Fact]
    public async Task One_view_can_be_joined_twice_by_other_columns()
    {
        await using var test = await Spend.LoadedAsync(postgres);
        var set = TrainingSet.For<UserSpend>().Join<UserSpend>("friend", "friend_id");
        var features = set.HistoricalFeaturesAsync(test.Store, Spine.Sql("SELECT 7 AS user_id, 8::bigint AS friend_id, timestamptz '2024-03-02 10:00Z' AS t", "t"));
        await using (var reader = await features.OpenAsync())
            Assert.Equal("user_id friend_id t user_spend__purchases user_spend__average user_spend__at friend__purchases friend__average friend__at", Names(reader.Schema));

        Assert.Equal(["7|8|2024-03-02 10:00:00.000000|2|-|2024-03-02 10:00:00.000000|20|20.25|2024-03-01 10:00:00.000000"], await RowsAsync(features));
    }

    [Fact]
    public async Task A_set_can_have_some_features_of_a_view_only()
    {
        await using var test = await Spend.LoadedAsync(postgres);
        var set = TrainingSet.For<UserSpend>().Join<UserSpend>("friend", "friend_id").Only(UserSpend.Columns.Average, UserSpend.Columns.Purchases);
        var features = set.HistoricalFeaturesAsync(test.Store, Spine.Sql("SELECT 7 AS user_id, 8::bigint AS friend_id, timestamptz '2024-03-02 10:00Z' AS t", "t"));
        await using (var reader = await features.OpenAsync())
            Assert.Equal("user_id friend_id t user_spend__purchases user_spend__average friend__purchases friend__average", Names(reader.Schema));

        Assert.Equal(["7|8|2024-03-02 10:00:00.000000|2|-|20|20.25"], await RowsAsync(features));
    }

    [Fact]
    public void Features_that_a_set_can_not_have_are_refused()
    {
        var set = TrainingSet.For<UserSpend, Order>();
        Assert.Contains("features.profile.v1", Assert.Throws<ArgumentException>(() => set.Only(Profile.Columns.City)).Message, StringComparison.Ordinal);
        Assert.Contains("user_id", Assert.Throws<ArgumentException>(() => set.Only<UserSpend>(UserSpend.Columns.UserId)).Message, StringComparison.Ordinal);
        Assert.Contains("one feature or more", Assert.Throws<ArgumentException>(() => set.Only<UserSpend>()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_that_differ_by_case_only_are_parted_for_readers_that_do_not_tell_them_apart()
    {
        await using var test = await Spend.LoadedAsync(postgres);
        var features = TrainingSet.For<UserSpend>().HistoricalFeaturesAsync(test.Store, Spine.Sql("""SELECT 7 AS user_id, 1 AS "Purchases", timestamptz '2024-03-02 10:00Z' AS t""", "t"));
        await using var reader = await features.OpenAsync();

        Assert.Equal("user_id Purchases t user_spend__purchases average at", Names(reader.Schema));
    }

    [Fact]
    public async Task Ties_of_two_views_give_one_row()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<UserSpend>().Audits<Order>();
        foreach (var purchases in new[] { 1, 2 })
            await UserSpend.SyncAsync(test.Store, [new UserSpend { UserId = 1, Purchases = purchases, At = Start }]);
        foreach (var state in new[] { "a", "b", "c" })
            await Order.SyncAsync(test.Store, [new Order { Id = 1, State = state, OrderedAt = Start, ShippedAt = Start }]);

        var rows = await RowsAsync(TrainingSet.For<UserSpend, Order>().HistoricalFeaturesAsync(test.Store, Spine.Sql("SELECT 1 AS user_id, 1 AS id, timestamptz '2024-03-01 10:00Z' AS t", "t")));
        Assert.Equal(["1|1|2024-03-01 10:00:00.000000|2|-|2024-03-01 10:00:00.000000|c|2024-03-01 10:00:00.000000|2024-03-01 10:00:00.000000"], rows);
    }

    /// <summary>The answer for a pair, worked out by hand: the newest day that has come, if it is not older than a time to live.</summary>
    private static string Wide(int i)
    {
        var (asOf, user) = (Start.AddHours(12 * i), i % 11);
        var spend = user < 10 ? $"{(user * 1000) + (i / 2)}|-|{Text(Start.AddDays(i / 2))}" : "-|-|-";
        var site = i % 3;
        var newest = Enumerable.Range(0, 20).LastOrDefault(day => day % 2 == site && day <= i / 2.0, -1);
        var reading = site < 2 && newest >= 0 ? $"{Text(Start.AddDays(newest))}|{newest}|-" : "-|-|-";
        var id = i % 10;
        var order = id <= i / 2.0 ? $"o{id}|{Text(Start.AddDays(id))}|{Text(Start)}" : "-|-|-";
        return $"{user}|s{site}|t|{id}|{i}|{Text(asOf)}|{spend}|{reading}|{order}";
    }

    private static string Text(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd HH:mm:ss.ffffff", System.Globalization.CultureInfo.InvariantCulture);
}
