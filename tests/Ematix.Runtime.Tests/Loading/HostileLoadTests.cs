using System.Globalization;
using Npgsql;
using static Ematix.Tests.Times;

namespace Ematix.Tests.Loading;

/// <summary>Every load option means the same whatever the settings of role and database are: each story is told in a plain and in a hostile session.</summary>
public sealed class HostileLoadTests(PostgresFixture postgres)
{
    private const string Clicks = """
        CREATE TABLE public.clicks (user_id bigint, clicks bigint, plan text, at timestamptz, by_instant timestamptz, by_time timestamp, by_date date, by_text text, by_uuid uuid, by_number int);
        INSERT INTO public.clicks SELECT n, n, 'p' || n, t, t, t AT TIME ZONE 'UTC', (t AT TIME ZONE 'UTC')::date, 'é' || n, lpad(n::text, 32, '0')::uuid, n
        FROM generate_series(1, 3) AS n, LATERAL (SELECT timestamptz '2024-03-31 22:59:59.999999Z' + n * interval '1 hour' AS t) AS x
        """;

    private static readonly string[] Orders = ["by_instant", "by_time", "by_date", "by_text", "by_uuid", "by_number"];

    private static readonly int[] Counts = [4, 3, 0, 4];

    private static readonly DateTimeOffset Start = At("1999-12-31 23:59:59.999999");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task Feature_sets_carry_the_same_columns(bool ofRole) => HostileSession.TellTwiceAsync<Engagement>(
        postgres,
        async test =>
        {
            SyncOptions<Engagement> clicks = new() { FeatureSet = [Engagement.Columns.Clicks] }, plans = new() { FeatureSet = [Engagement.Columns.Plan] };
            var (user, plan, number) = (7L, @"back\slash 'pro'", 3L);
            List<string> story = [];
            foreach (var (after, isPlan) in new[] { (0d, true), (1, false), (2, false), (11, false), (12, true) })
            {
                var at = Start.AddDays(after);
                story.Add(Line(isPlan
                    ? await Engagement.SyncAsync(test.Store, Source.Sql($"SELECT {user} AS user_id, {plan} AS plan, {at} AS at"), plans)
                    : await Engagement.SyncAsync(test.Store, Source.Sql($"SELECT {user} AS user_id, {number} AS clicks, {at + Microsecond} AS at"), clicks)));
            }

            story.Add(Line(await Engagement.SyncAsync(test.Store, [new Engagement { UserId = 7, Clicks = 4, At = Start.AddDays(22) }, new Engagement { UserId = 7, Clicks = 5, At = Start.AddDays(22) + Microsecond }], clicks)));
            story.AddRange(await test.RowsAsync("SELECT clicks, plan, at::text, is_current, _closed_by FROM features.engagement_v1 ORDER BY at"));
            return story;
        },
        ofRole);

    [Fact]
    public Task Watermarks_of_every_type_read_the_same_rows() => HostileSession.TellTwiceAsync<Engagement>(postgres, async test =>
    {
        await test.ExecuteAsync(Clicks);
        List<string> story = [];
        for (var round = 0; round < 2; round++)
        {
            foreach (var order in Orders)
            {
                SyncOptions<Engagement> options = new() { IncrementalColumn = order, Lookback = Lookback(round, order) };
                story.Add(Line(await Engagement.SyncAsync(test.Store, Source.Sql(Query(order)), options)));
            }

            story.Add(Line(await Engagement.SyncAsync(test.Store, [new Engagement { UserId = 9, At = Start }, new Engagement { UserId = 9, At = Start.AddHours(round) }], new() { IncrementalColumn = "at" })));
            await test.ExecuteAsync("INSERT INTO public.clicks SELECT user_id, 10, plan, at + interval '1 minute', by_instant - interval '30 minutes', by_time - interval '30 minutes 0.000001 second', by_date, by_text || 'x', 'ffffffff-0000-0000-0000-000000000000', 4 FROM public.clicks WHERE user_id = 3");
        }

        story.AddRange(await test.RowsAsync("SELECT column_name, column_type, value FROM ematix_flow.watermarks ORDER BY 1"));
        story.AddRange(await test.RowsAsync("SELECT user_id, clicks, plan, at::text FROM features.engagement_v1 ORDER BY user_id, at"));
        return story;
    });

    [Fact]
    public Task Backfills_take_the_same_window() => HostileSession.TellTwiceAsync<Order>(postgres, async test =>
    {
        await test.ExecuteAsync("CREATE TABLE public.orders AS SELECT 1 AS id, 's' || n AS state, timestamptz '2024-03-31 00:59:59.999999Z' + n * interval '1 microsecond' AS ordered_at, timestamptz '2024-04-01Z' + n * interval '1 hour' AS shipped_at FROM generate_series(0, 4) AS n");
        var from = At("2024-03-31 01:00");
        List<string> story = [Line(await Order.SyncAsync(test.Store, [new Order { Id = 1, State = "new", OrderedAt = At("2024-05-01"), ShippedAt = At("2024-05-02") }]))];
        story.Add(Line(await Order.SyncAsync(test.Store, Source.Sql("SELECT * FROM public.orders"), new() { BackfillWindow = new(from, from + (2 * Microsecond)) })));
        story.Add(Line(await Order.SyncAsync(
            test.Store, Source.Sql("SELECT id, upper(state) AS state, ordered_at, shipped_at FROM public.orders"), new() { BackfillWindow = new(At("2024-04-01 02:00"), At("2024-04-01 03:00")), EventTimestamp = Order.Columns.ShippedAt })));
        story.AddRange(await test.RowsAsync("SELECT state, valid_from::text, valid_to::text, _closed_by FROM features.order_v1 ORDER BY valid_from, _loaded_at"));
        return story;
    });

    [Fact]
    public Task Deletes_take_the_same_keys() => HostileSession.TellTwiceAsync<SeatPrice>(postgres, async test =>
    {
        (string Hall, string Seat)[] seats = [("ab", "c"), ("a", "bc"), ("É", @"\'"), ("", "")];
        SyncOptions<SeatPrice> soft = new() { HandleDeletes = HandleDeletes.Soft };
        SyncOptions<SeatHolder> hard = new() { HandleDeletes = HandleDeletes.Hard };
        List<string> story = [];
        foreach (var count in Counts)
        {
            try
            {
                story.Add(Line(await SeatHolder.SyncAsync(test.Store, seats[..count].Select(seat => new SeatHolder { Hall = seat.Hall, Seat = seat.Seat }), hard)));
                story.Add(Line(await SeatPrice.SyncAsync(test.Store, seats[..count].Select(seat => new SeatPrice { Hall = seat.Hall, Seat = seat.Seat }), soft)));
            }
            catch (DeleteGuardException refused)
            {
                story.Add(refused.Message);
            }
        }

        story.AddRange(await test.RowsAsync("SELECT hall, seat, _closed_by FROM features.seat_price_v1 ORDER BY valid_from, hall COLLATE \"C\", seat COLLATE \"C\""));
        story.AddRange(await test.RowsAsync("SELECT hall, seat FROM features.seat_holder_v1 ORDER BY hall COLLATE \"C\", seat COLLATE \"C\""));
        return story;
    });

    [Fact]
    public Task Another_database_gives_the_same_rows() => HostileSession.TellTwiceAsync<Engagement>(postgres, async test =>
    {
        await using var other = await TestStore.CreateAsync(postgres);
        await other.ExecuteAsync(Clicks);
        if (await test.ScalarAsync<long>("SELECT count(*) FROM pg_namespace WHERE nspname = 'evil'") > 0)
            await HostileSession.ApplyAsync(other);
        await using var source = NpgsqlDataSource.Create(other.ConnectionString);
        List<string> story = [];
        for (var round = 0; round < 2; round++)
        {
            foreach (var order in Orders)
            {
                SyncOptions<Engagement> options = new() { IncrementalColumn = order, Lookback = Lookback(round, order) };
                story.Add(Line(await Engagement.SyncAsync(test.Store, Source.Sql(source, Query(order)), options)));
            }

            await other.ExecuteAsync("INSERT INTO public.clicks SELECT user_id, 10, NULL, at + interval '1 minute', by_instant - interval '30 minutes', by_time - interval '30 minutes 0.000001 second', by_date, by_text || 'x', 'ffffffff-0000-0000-0000-000000000000', 4 FROM public.clicks WHERE user_id = 3");
        }

        var (days, plan, since) = (TimeSpan.FromDays(30), @"O'""", Start);
        var shifted = Source.Sql(source, $"SELECT user_id, coalesce(plan, {plan}) AS plan, at + {days} AS at FROM public.clicks WHERE at OPERATOR(pg_catalog.>) {since} ORDER BY at");
        story.Add(Line(await Engagement.SyncAsync(test.Store, shifted, new() { FeatureSet = [Engagement.Columns.Plan] })));
        story.AddRange(await test.RowsAsync("SELECT user_id, clicks, plan, at::text FROM features.engagement_v1 ORDER BY user_id, at"));
        return story;
    });

    private static string Query(string order) => "SELECT user_id, clicks, plan, at, " + order + " FROM public.clicks";

    private static TimeSpan? Lookback(int round, string order) => round == 1 && order is "by_instant" or "by_time" or "by_date" ? TimeSpan.FromMinutes(30) : null;

    private static string Line(SyncResult result) => string.Create(
        CultureInfo.InvariantCulture,
        $"{result.RowsRead} read, {result.RowsStaged} staged, {result.Duplicates} duplicates, {result.Unchanged} unchanged, {result.Skipped} skipped, +{result.Inserted} ~{result.Updated} -{result.Deleted}, {result.Closed} closed, {result.Renewed} renewed, {result.Expired} expired, {result.Watermark?.Column} {(result.Watermark?.Value is DateTimeOffset at ? at.ToString("O", CultureInfo.InvariantCulture) : result.Watermark?.Value)}");
}
