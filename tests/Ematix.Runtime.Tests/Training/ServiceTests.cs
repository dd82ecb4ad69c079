using static Ematix.Tests.Batches;
using static Ematix.Tests.Spend;
using static Ematix.Tests.Times;

namespace Ematix.Tests.Training;

/// <summary>A feature service over four joins of three views: typed rows and record batches from any spine, each row as of its own time.</summary>
public sealed class ServiceTests(PostgresFixture postgres)
{
    private static readonly DealModel.SpineRow[] Spine =
    [
        new() { DealId = 1, UserId = 7, SellerId = 8, Site = "ab", Device = "c", AsOf = Start.AddDays(1), IsFraud = true },
        new() { DealId = 2, UserId = 7, SellerId = 8, Site = "a", Device = "bc", AsOf = Start.AddDays(1) - Microsecond, IsFraud = false },
        new() { DealId = 3, UserId = 99, SellerId = 7, Site = "ab", Device = null, AsOf = Start.AddDays(2) },
        new() { DealId = 4, UserId = null, SellerId = null, Site = null, Device = null, AsOf = Start },
        new() { DealId = 5, UserId = 7, SellerId = 7, Site = "ab", Device = "c", AsOf = null, IsFraud = true },
        new() { DealId = 1, UserId = 7, SellerId = 8, Site = "ab", Device = "c", AsOf = Start.AddDays(1), IsFraud = true },
        new() { DealId = 6, UserId = 7, SellerId = 7, Site = "ab", Device = "c", AsOf = Start - Microsecond, IsFraud = true },
    ];

    private static readonly string[] Answers =
    [
        "1 7 True: buyer 2, seller 20, reading 1",
        "2 7 False: buyer 1, seller 20, reading 2",
        "3 99 -: buyer -, seller 3, reading -",
        "4 - -: buyer -, seller -, reading -",
        "5 7 True: buyer -, seller -, reading -",
        "1 7 True: buyer 2, seller 20, reading 1",
        "6 7 True: buyer -, seller -, reading -",
    ];

    public static TheoryData<JoinStrategy> Strategies => [.. Enum.GetValues<JoinStrategy>()];

    [Theory, MemberData(nameof(Strategies))]
    public async Task Typed_rows_hold_each_view_as_it_was_or_null_in_the_spine_s_order(JoinStrategy strategy)
    {
        await using var test = await StartAsync();

        Assert.Equal(Answers, await RowsAsync(DealModel.HistoricalRowsAsync(test.Store, Spine, new() { Strategy = strategy })));
        Assert.Equal(Answers, await RowsAsync(DealModel.HistoricalRowsAsync(test.Store, Spine.ToAsyncEnumerable(), new() { Strategy = strategy })));
    }

    [Fact]
    public async Task A_view_in_a_typed_row_is_the_whole_row_that_a_lookup_finds()
    {
        await using var test = await StartAsync();
        await using var rows = DealModel.HistoricalRowsAsync(test.Store, [Spine[0]]).GetAsyncEnumerator();
        Assert.True(await rows.MoveNextAsync());

        var (buyer, reading) = (rows.Current.Buyer!, rows.Current.Reading);
        Assert.Equal((7, 2, null, Start.AddDays(1)), (buyer.UserId, buyer.Purchases, buyer.Average, buyer.At));
        Assert.Equal(await SensorReading.PointInTimeAsync(test.Store, "ab", "c", Start.AddDays(1)), reading);
        Assert.True(rows.Current.IsKnown);
    }

    [Theory, MemberData(nameof(Strategies))]
    public async Task Record_batches_hold_the_spine_s_columns_then_each_view_s_features(JoinStrategy strategy)
    {
        await using var test = await StartAsync();
        var features = DealModel.HistoricalFeaturesAsync(test.Store, Spine, new() { Strategy = strategy });
        await using (var reader = await features.OpenAsync())
        {
            Assert.Equal(
                "user_id,seller_id,site,device,as_of,is fraud; --,deal_id,purchases,average,buyer__at,seller_purchases,seller_average,seller_at,reading__at,value,note",
                string.Join(",", reader.Schema.FieldsList.Select(field => field.Name)));
        }

        var rows = await RowsAsync(features);
        Assert.Equal(Spine.Length, rows.Count);
        Assert.Equal("7|8|ab|c|2024-03-02 10:00:00.000000|true|1|2|-|2024-03-02 10:00:00.000000|20|20.25|2024-03-01 10:00:00.000000|2024-03-01 10:00:00.000000|1|-", rows[0]);
        Assert.Equal("99|7|ab|-|2024-03-03 10:00:00.000000|-|3|-|-|-|3|3.00|2024-03-03 10:00:00.000000|-|-|-", rows[2]);
        Assert.Equal("7|7|ab|c|-|true|5|-|-|-|-|-|-|-|-|-", rows[4]);
        Assert.Equal(rows[0], rows[5]);
        Assert.Equal(rows, await RowsAsync(DealModel.HistoricalFeaturesAsync(test.Store, Spine.ToAsyncEnumerable(), new() { Strategy = strategy })));
    }

    [Fact]
    public async Task A_query_s_columns_pass_through_whether_the_service_knows_them_or_not()
    {
        await using var test = await StartAsync();
        var spine = Ematix.Spine.Sql("SELECT 8 AS seller_id, 7::bigint AS user_id, 'a' AS site, 'bc' AS device, timestamptz '2024-03-02 10:00Z' AS sold_at, 2.5::float8 AS value", "sold_at");
        var features = DealModel.HistoricalFeaturesAsync(test.Store, spine);
        await using (var reader = await features.OpenAsync())
            Assert.Equal("seller_id user_id site device sold_at value purchases average buyer__at seller_purchases seller_average seller_at reading__at reading__value note", Names(reader.Schema));
        Assert.EndsWith("|2024-03-01 10:00:00.000000|2|-", Assert.Single(await RowsAsync(features)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_spine_without_a_column_that_is_joined_by_is_refused_by_name()
    {
        await using var test = await StartAsync();
        var refused = await Assert.ThrowsAsync<SpineSchemaException>(() =>
            RowsAsync(DealModel.HistoricalFeaturesAsync(test.Store, Ematix.Spine.Sql("SELECT 7 AS user_id, 'a' AS site, 1 AS device, now() AS t", "t"))));

        Assert.Equal(2, refused.Differences.Count);
        Assert.Contains("the spine lacks column \"seller_id\" (bigint), the key user_id of features.user_spend.v1", refused.Message, StringComparison.Ordinal);
        Assert.Contains("\"device\" is integer", refused.Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Strategies))]
    public async Task Options_hold_for_all_views(JoinStrategy strategy)
    {
        await using var test = await StartAsync();
        var before = await RowsAsync(DealModel.HistoricalRowsAsync(test.Store, Spine, new() { Strategy = strategy, Boundary = AsOfBoundary.Before }));
        Assert.Equal("1 7 True: buyer 1, seller 20, reading 1", before[0]);

        var hour = await RowsAsync(DealModel.HistoricalRowsAsync(test.Store, Spine, new() { Strategy = strategy, Ttl = TimeSpan.FromHours(1) }));
        Assert.Equal("1 7 True: buyer 2, seller -, reading -", hour[0]);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => RowsAsync(DealModel.HistoricalRowsAsync(test.Store, Spine, new() { Ttl = Ttl + Microsecond })));
    }

    [Fact]
    public async Task As_known_at_reads_what_had_been_loaded_by_then()
    {
        await using var test = await StartAsync();
        var known = await test.ScalarAsync<DateTime>("SELECT max(_loaded_at) FROM features.sensor_reading_v1");
        await UserSpend.SyncAsync(test.Store, [new UserSpend { UserId = 7, Purchases = 50, At = Start.AddDays(1) }], new() { LateArrivals = LateArrivals.Insert });

        Assert.Equal("1 7 True: buyer 50, seller 20, reading 1", (await RowsAsync(DealModel.HistoricalRowsAsync(test.Store, Spine)))[0]);
        Assert.Equal(Answers, await RowsAsync(DealModel.HistoricalRowsAsync(test.Store, Spine, new() { AsKnownAt = new DateTimeOffset(known, TimeSpan.Zero) })));
    }

    [Fact]
    public async Task A_spine_longer_than_a_part_is_read_in_parts_and_an_empty_one_not_at_all()
    {
        await using var test = await StartAsync();
        var spine = Enumerable.Range(0, 45_001).Select(i => Spine[0] with { DealId = i, AsOf = Start.AddDays(i % 3) });
        List<(int, long?)> rows = [];
        await foreach (var row in DealModel.HistoricalRowsAsync(test.Store, spine))
            rows.Add((row.DealId, row.Buyer?.Purchases));

        Assert.Equal(Enumerable.Range(0, 45_001).Select(i => (i, (long?)(i % 3) + 1)), rows);
        Assert.Empty(await RowsAsync(DealModel.HistoricalRowsAsync(test.Store, Array.Empty<DealModel.SpineRow>())));
        Assert.Empty(await RowsAsync(DealModel.HistoricalFeaturesAsync(test.Store, Array.Empty<DealModel.SpineRow>())));
    }

    [Fact]
    public async Task A_key_of_every_kind_and_a_column_of_every_kind_stay_exact_in_a_hostile_session()
    {
        await using var test = await TestStore.CreateAsync(
            postgres, "extra_float_digits = -5", "intervalstyle = 'sql_standard'", "datestyle = 'SQL, DMY'", "timezone = 'America/St_Johns'", "bytea_output = 'escape'");
        var key = new EveryKey
        {
            Boolean = true,
            Int16 = -1,
            Int32 = 2,
            Int64 = long.MinValue,
            Numeric = 1.25m,
            Text = "a'b,{\"\\}",
            Varchar = "NULL",
            Instant = At("1999-12-31 23:59:59.999999"),
            Date = new(1, 1, 1),
            Time = new(23, 59, 59, 999, 999),
            Uuid = Guid.Parse("00112233-4455-6677-8899-aabbccddeeff"),
            Tier = Tier.Paid,
            Value = 5,
        };
        await EveryKey.SyncAsync(test.Store, [key]);
        EveryKeyModel.SpineRow row = new()
        {
            Boolean = key.Boolean,
            Int16 = key.Int16,
            Int32 = key.Int32,
            Int64 = key.Int64,
            Numeric = key.Numeric,
            Text = key.Text,
            Varchar = key.Varchar,
            Instant = key.Instant,
            Date = key.Date,
            Time = key.Time,
            Uuid = key.Uuid,
            Tier = key.Tier,
            AsOf = DateTimeOffset.MaxValue,
            Single = 0.1f,
            Double = 0.1 + 0.2,
            Price = 1.005m,
            Span = new TimeSpan(40, 1, 2, 3, 4, 5),
            Bytes = [0, 92, 255],
            Level = Tier.Paid,
        };
        EveryKeyModel.SpineRow[] spine = [row, row with { Numeric = 1.2500001m }, row with { Tier = null, Double = null, Bytes = null, Level = null, Span = null }];

        List<EveryKeyModel> typed = [];
        await foreach (var answer in EveryKeyModel.HistoricalRowsAsync(test.Store, spine))
            typed.Add(answer);
        Assert.Equal([key, null, null], typed.Select(answer => answer.Row));
        Assert.Equal((0.1 + 0.2, row.Span, row.Bytes, Tier.Paid, row.AsOf), (typed[0].Double, typed[0].Span, typed[0].Bytes, typed[0].Level, typed[0].AsOf));

        await Assert.ThrowsAsync<UnreadableValueException>(() => Batches.RowsAsync(EveryKeyModel.HistoricalFeaturesAsync(test.Store, spine)));
        await foreach (var batch in EveryKeyModel.HistoricalFeaturesAsync(test.Store, [spine[0], spine[2]]))
        {
            using (batch)
            {
                Assert.Equal(0.1f, ((Apache.Arrow.FloatArray)batch.Column("single")).GetValue(0));
                Assert.Equal(0.1 + 0.2, ((Apache.Arrow.DoubleArray)batch.Column("double")).GetValue(0));
                Assert.Equal("1.01", ((Apache.Arrow.Decimal128Array)batch.Column("price")).GetString(0));
                Assert.Equal(row.Span.Value.Ticks / TimeSpan.TicksPerMicrosecond, ((Apache.Arrow.DurationArray)batch.Column("span")).GetValue(0));
                Assert.Equal(row.Bytes, ((Apache.Arrow.BinaryArray)batch.Column("bytes")).GetBytes(0).ToArray());
                Assert.Equal("Paid", ((Apache.Arrow.StringArray)batch.Column("level")).GetString(0));
                Assert.Equal([5, null], ((Apache.Arrow.Int32Array)batch.Column("value")).ToArray());
                Assert.True(batch.Column("bytes").IsNull(1));
            }
        }
    }

    private static async Task<List<string>> RowsAsync(IAsyncEnumerable<DealModel> rows)
    {
        List<string> texts = [];
        await foreach (var row in rows)
            texts.Add($"{row.DealId} {Text(row.UserId)} {Text(row.IsFraud)}: buyer {Text(row.Buyer?.Purchases)}, seller {Text(row.Seller?.Purchases)}, reading {Text(row.Reading?.Value)}");
        return texts;
    }

    private static Task<List<string>> RowsAsync(HistoricalFeatures features) => Batches.RowsAsync(features);

    private static string Text(object? value) => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : "-";

    private async Task<TestStore> StartAsync()
    {
        var test = (await LoadedAsync(postgres)).Audits<SensorReading>();
        await SensorReading.SyncAsync(test.Store, [
            new SensorReading { Site = "ab", Sensor = "c", At = Start, Value = 1 },
            new SensorReading { Site = "a", Sensor = "bc", At = Start, Value = 2 },
        ]);
        return test;
    }
}
