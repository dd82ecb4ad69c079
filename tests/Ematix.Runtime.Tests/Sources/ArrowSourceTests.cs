using Apache.Arrow;
using Apache.Arrow.Ipc;
using Apache.Arrow.Types;
using static Ematix.Tests.Times;

namespace Ematix.Tests.Sources;

/// <summary>Semantics §5: record batches load what the same rows would, matched by name and judged by type before the first of them is written.</summary>
public sealed class ArrowSourceTests(PostgresFixture postgres)
{
    private static readonly Schema Profiles = SchemaOf(("id", Int32Type.Default), ("city", StringType.Default), ("active", BooleanType.Default), ("score", DoubleType.Default));

    [Fact]
    public async Task Columns_are_matched_by_name_and_NULLs_come_over()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<Profile>();
        using var batch = new RecordBatch(
            SchemaOf(("score", DoubleType.Default), ("active", BooleanType.Default), ("city", StringType.Default), ("id", Int16Type.Default)),
            [
                new DoubleArray.Builder().Append(-0d).AppendNull().Build(),
                new BooleanArray.Builder().Append(true).Append(false).Build(),
                new StringArray.Builder().AppendNull().Append("Malmö 😀").Build(),
                new Int16Array.Builder().Append(7).Append(-8).Build(),
            ],
            2);
        var result = await Profile.SyncAsync(test.Store, Source.Arrow([batch]));

        Assert.Equal((2, 2, SyncPath.Client), (result.RowsRead, result.Inserted, result.Path));
        var rows = await Profile.OnlineFeaturesAsync(test.Store, [7, -8]);
        Assert.Equal([(null, true, -0d), ("Malmö 😀", false, null)], rows.Select(row => (row!.City, row.Active, row.Score)));
    }

    [Fact]
    public async Task A_role_whose_idle_transactions_are_ended_loads_batches_that_are_slow_to_come()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<Profile>();
        await using var store = FeatureStore.Open(test.ConnectionString + ";Options=-c idle_in_transaction_session_timeout=100");
        async IAsyncEnumerable<RecordBatch> SlowAsync()
        {
            foreach (var id in (int[])[1, 2])
            {
                await Task.Delay(400);
                yield return new Watched(id);
            }
        }

        Assert.Equal(2, (await Profile.SyncAsync(store, Source.Arrow(SlowAsync()))).Inserted);
    }

    [Fact]
    public async Task Every_difference_is_listed_before_a_row_is_written()
    {
        await using var test = await TestStore.CreateAsync(postgres);
        using var batch = new RecordBatch(
            SchemaOf(("id", Int64Type.Default), ("town", StringType.Default), ("active", BooleanType.Default), ("score", FloatType.Default)),
            [new Int64Array.Builder().Append(1).Build(), new StringArray.Builder().Append("x").Build(), new BooleanArray.Builder().Append(true).Build(), new FloatArray.Builder().Append(1).Build()],
            1);
        var refused = await Assert.ThrowsAsync<SourceSchemaException>(() => Profile.SyncAsync(test.Store, Source.Arrow([batch])));

        Assert.Equal(4, refused.Differences.Count);
        Assert.Equal(["the source lacks column \"city\" (text)", "the view has no column \"town\" (utf8)"], refused.Differences.Take(2));
        Assert.StartsWith("column \"id\" is int64, the column is integer", refused.Differences[2], StringComparison.Ordinal);
        Assert.StartsWith("column \"score\" is float, the column is double precision", refused.Differences[3], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(TimeUnit.Second, -1, "1999-12-31 23:59:59")]
    [InlineData(TimeUnit.Millisecond, -1, "1999-12-31 23:59:59.999")]
    [InlineData(TimeUnit.Microsecond, -1, "1999-12-31 23:59:59.999999")]
    [InlineData(TimeUnit.Nanosecond, -1, "1999-12-31 23:59:59.999999")]
    [InlineData(TimeUnit.Nanosecond, 1999, "2000-01-01 00:00:00.000001")]
    public async Task Instants_of_any_unit_pass_and_are_floored(TimeUnit unit, long since2000, string expected)
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<UserSpend>();
        var perSecond = unit switch { TimeUnit.Second => 1L, TimeUnit.Millisecond => 1_000L, TimeUnit.Microsecond => 1_000_000L, _ => 1_000_000_000L };
        using var batch = Spend(new TimestampType(unit, "Asia/Kathmandu"), (946_684_800 * perSecond) + since2000);
        await UserSpend.SyncAsync(test.Store, Source.Arrow([batch]));

        var row = (await UserSpend.HistoryAsync(test.Store, 1).SingleAsync()).Row;
        Assert.Equal((At(expected), 1.01m), (row.At, row.Average));
    }

    [Fact]
    public async Task A_timestamp_without_zone_is_refused()
    {
        await using var test = await TestStore.CreateAsync(postgres);
        using var batch = Spend(new TimestampType(TimeUnit.Microsecond, timezone: (string?)null), 0);
        Assert.Contains("without a zone", (await Assert.ThrowsAsync<SourceSchemaException>(() => UserSpend.SyncAsync(test.Store, Source.Arrow([batch])))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Slices_dictionaries_and_empty_batches_are_what_they_say()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<Profile>();
        using var batch = Batch(1, 2, 3, 4, 5);
        using var sliced = batch.Slice(2, 2);
        using var empty = batch.Slice(5, 0);
        var dictionary = new DictionaryType(Int8Type.Default, StringType.Default, ordered: false);
        using var coded = new RecordBatch(
            SchemaOf(("id", Int32Type.Default), ("city", dictionary), ("active", BooleanType.Default), ("score", DoubleType.Default)),
            [
                new Int32Array.Builder().Append(6).Append(7).Build(),
                new DictionaryArray(dictionary, new Int8Array.Builder().Append(1).AppendNull().Build(), new StringArray.Builder().Append("Oslo").Append("Rome").Build()),
                new BooleanArray.Builder().Append(true).Append(true).Build(),
                new DoubleArray.Builder().AppendNull().AppendNull().Build(),
            ],
            2);
        Assert.Equal(4, (await Profile.SyncAsync(test.Store, Source.Arrow([empty, sliced, empty, coded]))).RowsRead);
        Assert.Equal(["3|c3", "4|c4", "6|Rome", "7|-"], await test.RowsAsync("SELECT id, city FROM features.profile_v1 ORDER BY id"));
    }

    [Fact]
    public async Task Source_order_is_the_order_of_rows_and_batches()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<UserSpend>();
        var type = new TimestampType(TimeUnit.Microsecond, "UTC");
        using var first = Spend(type, 0, purchases: 1);
        using var last = Spend(type, 0, purchases: 2);
        await UserSpend.SyncAsync(test.Store, Source.Arrow([first, last]));

        Assert.Equal(2, (await UserSpend.HistoryAsync(test.Store, 1).SingleAsync()).Row.Purchases);
    }

    [Fact]
    public async Task A_stream_without_batches_is_judged_by_its_schema()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<Profile>();
        using var good = new Batches(Profiles);
        using var bad = new Batches(SchemaOf(("id", Int32Type.Default)));
        Assert.Equal(0, (await Profile.SyncAsync(test.Store, Source.Arrow(good))).RowsRead);
        await Assert.ThrowsAsync<SourceSchemaException>(() => Profile.SyncAsync(test.Store, Source.Arrow(bad)));
        Assert.Equal(0, (await Profile.SyncAsync(test.Store, Source.Arrow([]))).RowsRead);
    }

    [Fact]
    public async Task Batches_of_a_list_stay_the_callers_and_those_of_a_stream_are_disposed()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<Profile>();
        Watched kept = new(1), streamed = new(2), asynchronous = new(3), failing = new(3, 3);
        await Profile.SyncAsync(test.Store, Source.Arrow([kept]));
        using (var stream = new Batches(Profiles, streamed))
            await Profile.SyncAsync(test.Store, Source.Arrow(stream));
        await Profile.SyncAsync(test.Store, Source.Arrow(Asynchronously(asynchronous)));
        await Profile.SyncAsync(test.Store, Source.Arrow(Asynchronously(failing)), new() { DryRun = true });

        Assert.Equal([0, 1, 1, 1], new[] { kept, streamed, asynchronous, failing }.Select(batch => batch.Disposals));
        Assert.Equal(3, await test.ScalarAsync<long>("SELECT count(*) FROM features.profile_v1"));
        kept.Dispose();
    }

    [Fact]
    public async Task A_source_that_fails_half_way_loads_nothing_and_leaves_the_pool_as_it_was()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<Profile>();
        using var batch = Batch([.. Enumerable.Range(0, 50_000)]);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Profile.SyncAsync(test.Store, Source.Arrow(Failing(batch))));
        await Assert.ThrowsAsync<ArgumentException>(() => Profile.SyncAsync(test.Store, Source.Arrow([batch, null!])));
        using var other = new RecordBatch(SchemaOf(("id", Int32Type.Default)), [new Int32Array.Builder().Append(1).Build()], 1);
        await Assert.ThrowsAsync<SourceSchemaException>(() => Profile.SyncAsync(test.Store, Source.Arrow([batch, other])));

        Assert.Equal(0, await test.ScalarAsync<long>("SELECT count(*) FROM features.profile_v1"));
        Assert.Equal(50_000, (await Profile.SyncAsync(test.Store, Source.Arrow([batch]))).Inserted);

        static IEnumerable<RecordBatch> Failing(RecordBatch batch)
        {
            yield return batch;
            throw new InvalidOperationException("The source broke.");
        }
    }

    [Fact]
    public async Task A_text_that_can_not_be_stored_names_its_column_and_row()
    {
        await using var test = await TestStore.CreateAsync(postgres);
        using var good = Batch(1, 2);
        using var bad = new RecordBatch(
            Profiles,
            [new Int32Array.Builder().Append(3).Build(), new StringArray.Builder().Append("a\0b").Build(), new BooleanArray.Builder().Append(true).Build(), new DoubleArray.Builder().AppendNull().Build()],
            1);
        var refused = await Assert.ThrowsAsync<UnstorableValueException>(() => Profile.SyncAsync(test.Store, Source.Arrow([good, bad])));

        Assert.Equal("city", refused.Column);
        Assert.Contains("column city of row 3 of the source holds U+0000", refused.Message, StringComparison.Ordinal);
    }

    private static Schema SchemaOf(params (string Name, IArrowType Type)[] columns) => new(columns.Select(column => new Field(column.Name, column.Type, nullable: true)), metadata: null);

    private static RecordBatch Batch(params int[] ids) => new(Profiles, Columns(ids), ids.Length);

    private static IArrowArray[] Columns(int[] ids) =>
    [
        new Int32Array.Builder().AppendRange(ids).Build(),
        new StringArray.Builder().AppendRange(ids.Select(id => $"c{id}")).Build(),
        new BooleanArray.Builder().AppendRange(ids.Select(_ => true)).Build(),
        new DoubleArray.Builder().AppendRange(ids.Select(id => (double)id)).Build(),
    ];

    private static RecordBatch Spend(TimestampType type, long at, long purchases = 1) => new(
        SchemaOf(("user_id", Int32Type.Default), ("purchases", Int64Type.Default), ("average", new Decimal128Type(20, 4)), ("at", type)),
        [
            new Int32Array.Builder().Append(1).Build(),
            new Int64Array.Builder().Append(purchases).Build(),
            new Decimal128Array.Builder(new Decimal128Type(20, 4)).Append(1.0051m).Build(),
            new TimestampArray(type, new ArrowBuffer.Builder<long>().Append(at).Build(), ArrowBuffer.Empty, 1, 0, 0),
        ],
        1);

    private static async IAsyncEnumerable<RecordBatch> Asynchronously(params RecordBatch[] batches)
    {
        foreach (var batch in batches)
        {
            await Task.Yield();
            yield return batch;
        }
    }

    private sealed class Watched(params int[] ids) : RecordBatch(Profiles, Columns(ids), ids.Length)
    {
        public int Disposals { get; private set; }

        protected override void Dispose(bool disposing)
        {
            Disposals++;
            base.Dispose(disposing);
        }
    }

    private sealed class Batches(Schema schema, params RecordBatch[] batches) : IArrowArrayStream
    {
        private readonly Queue<RecordBatch> _batches = new(batches);

        public Schema Schema => schema;

        public ValueTask<RecordBatch> ReadNextRecordBatchAsync(CancellationToken cancellationToken = default) => new(_batches.Count > 0 ? _batches.Dequeue() : null!);

        public void Dispose()
        {
        }
    }
}
