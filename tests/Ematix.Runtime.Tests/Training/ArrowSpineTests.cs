using Apache.Arrow;
using Apache.Arrow.Ipc;
using Apache.Arrow.Types;
using Ematix.Tests.Arrow;
using static Ematix.Tests.Batches;
using static Ematix.Tests.Spend;

namespace Ematix.Tests.Training;

/// <summary>Columns of a spine of record batches that only stand beside the features: of any type, copied, and the output's own.</summary>
public sealed class ArrowSpineTests(PostgresFixture postgres)
{
    private const int Elements = 50;

    public static MatrixTheoryData<bool, int> Sizes => new([true, false], [30, 100, 1000]);

    [Theory, MemberData(nameof(Sizes))]
    public async Task Lists_are_copied_and_each_batch_owns_its_own(bool isKept, int size)
    {
        await using var test = await LoadedAsync(postgres);
        var kept = new List<RecordBatch>();
        IEnumerable<RecordBatch> Given()
        {
            for (var from = 0; from < 300; from += 100)
            {
                var batch = Numbered(from, 100, ("list", Lists(from, 100)));
                if (isKept)
                    kept.Add(batch);
                yield return batch;
                if (!isKept)
                    batch.Dispose();
            }
        }

        var rows = await RowsAsync(UserSpend.HistoricalFeaturesAsync(test.Store, Spine.Arrow(Given(), "t"), new() { BatchSize = size, Columns = [UserSpend.Columns.Purchases] }));
        Assert.Equal(Enumerable.Range(0, 300).Select(Row), rows.Select(row => row.Split('|')[0]));
        Assert.All(kept.Index(), batch => Assert.Equal(Row(100 * batch.Index), ArrowText.Of(batch.Item.Column(0), 0)));
        kept.ForEach(batch => batch.Dispose());

        static string Row(int row) => $"[{string.Join(",", Enumerable.Range(row * Elements, Elements))}]";
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(100)]
    public async Task Columns_of_every_type_come_as_they_were_given(int size)
    {
        await using var test = await LoadedAsync(postgres);
        IEnumerable<RecordBatch> Given()
        {
            foreach (var (offset, length) in new[] { (1, 3), (0, 4), (2, 1), (3, 1), (0, 4) })
            {
                using var batch = Numbered(0, length, [.. OtherArrays.Types.Select(type => (type, ArrowArrayFactory.Slice(OtherArrays.Of(type), offset, length)))]);
                yield return batch;
            }
        }

        var expected = new List<string>();
        foreach (var batch in Given())
            expected.AddRange(Enumerable.Range(0, batch.Length).Select(row => string.Join("|", batch.Arrays.Take(OtherArrays.Types.Count).Select(column => ArrowText.Of(column, row)))));

        var rows = await RowsAsync(UserSpend.HistoricalFeaturesAsync(test.Store, Spine.Arrow(Given(), "t"), new() { BatchSize = size, Columns = [UserSpend.Columns.Purchases] }));
        Assert.Equal(expected.Select(row => row + "|7|2024-03-01 10:00:00.000000|1"), rows);
    }

    [Fact]
    public async Task A_later_batch_with_an_as_of_in_another_unit_is_refused()
    {
        await using var test = await LoadedAsync(postgres);
        using var micro = Of(("user_id", Longs(7)), ("t", Instants(Start)));
        using var nano = Of(("user_id", Longs(7)), ("t", Instants(new TimestampType(TimeUnit.Nanosecond, "UTC"), Start)));

        const string Differs = "Record batch 2 of the spine has another schema than the first: column \"t\" is timestamp[ns, UTC], not timestamp[us, UTC]. Give all batches one schema.";
        Assert.StartsWith(Differs, (await RefusedAsync(test, [micro, nano])).Message, StringComparison.Ordinal);
        Assert.Contains("\"t\" is timestamp[us, UTC], not timestamp[ns, UTC]", (await RefusedAsync(test, [nano, micro])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_later_batch_with_narrower_keys_another_label_or_other_names_is_refused()
    {
        await using var test = await LoadedAsync(postgres);
        using var first = Of(("user_id", Longs(7)), ("t", Instants(Start)), ("label", Labels(TimeUnit.Millisecond)));
        using var keys = Of(("user_id", OtherArrays.Fixed<uint>(UInt32Type.Default, 7)), ("t", Instants(Start)), ("label", Labels(TimeUnit.Millisecond)));
        using var label = Of(("user_id", Longs(7)), ("t", Instants(Start)), ("label", Labels(TimeUnit.Microsecond)));
        using var names = Of(("user_id", Longs(7)), ("label", Labels(TimeUnit.Millisecond)), ("t", Instants(Start)));
        using var fewer = Of(("user_id", Longs(7)), ("t", Instants(Start)));

        Assert.Equal(["column \"user_id\" is uint32, not int64"], (await RefusedAsync(test, [first, keys])).Differences);
        Assert.Equal(["column \"label\" is timestamp[us, Europe/Berlin], not timestamp[ms, Europe/Berlin]"], (await RefusedAsync(test, [first, label])).Differences);
        Assert.Equal(["column 2 is \"label\", not \"t\"", "column 3 is \"t\", not \"label\""], (await RefusedAsync(test, [first, names])).Differences);
        Assert.Equal(["it has 2 columns, not 3"], (await RefusedAsync(test, [first, fewer])).Differences);
    }

    [Fact]
    public async Task A_batch_that_is_not_what_its_stream_says_is_refused()
    {
        await using var test = await LoadedAsync(postgres);
        using var batch = Of(("user_id", Longs(7)), ("t", Instants(new TimestampType(TimeUnit.Nanosecond, "UTC"), Start)));
        var schema = new Schema([batch.Schema.GetFieldByName("user_id"), new Field("t", new TimestampType(TimeUnit.Microsecond, "UTC"), nullable: true)], metadata: null);
        using var stream = new BatchStream(schema, batch);

        var refused = await Assert.ThrowsAsync<SpineSchemaException>(() => RowsAsync(UserSpend.HistoricalFeaturesAsync(test.Store, Spine.Arrow(stream, "t"))));
        Assert.StartsWith("Record batch 1 of the spine has another schema than its stream: column \"t\" is timestamp[ns, UTC], not timestamp[us, UTC].", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("union", "column \"label\" is union of (\"n\" int32), which can't be carried beside features: cast it, or leave it out")]
    [InlineData("list of union", "column \"label\" is list of union of (\"n\" int32), which can't be carried beside features: cast it, or leave it out")]
    public async Task A_column_that_can_not_be_carried_is_refused_before_a_row_is_read(string type, string difference)
    {
        await using var test = await LoadedAsync(postgres);
        var union = new UnionType([new Field("n", Int32Type.Default, nullable: true)], [0], UnionMode.Sparse);
        var labels = ArrowArrayFactory.BuildArray(new ArrayData(union, 1, 0, 0, [new ArrowBuffer(new byte[1])], [OtherArrays.Fixed<int>(Int32Type.Default, 1).Data]));
        if (type != "union")
            labels = ArrowArrayFactory.BuildArray(new ArrayData(new ListType(union), 1, 0, 0, [ArrowBuffer.Empty, new ArrowBuffer.Builder<int>().Append(0).Append(1).Build()], [labels.Data]));
        using var batch = Numbered(0, 1, ("label", labels));

        var refused = await RefusedAsync(test, [batch]);
        Assert.Equal([difference], refused.Differences);
        Assert.EndsWith("Nothing was read.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dictionaries_come_as_their_values_and_may_be_keys_and_differ_from_batch_to_batch()
    {
        await using var test = await LoadedAsync(postgres);
        RecordBatch Batch(int first, string color) => Of(("color", Dictionary(Texts(color, null))), ("user_id", Dictionary(Longs(first, 8))), ("t", Instants(Start, Start)));
        using var stream = new BatchStream(Batch(7, "red").Schema, Batch(7, "red"), Batch(9, "blue"));
        var features = UserSpend.HistoricalFeaturesAsync(test.Store, Spine.Arrow(stream, "t"), new() { Columns = [UserSpend.Columns.Purchases] });
        await using var reader = await features.OpenAsync();

        Assert.Equal(["utf8", "int64", "timestamp", "int64"], reader.Schema.FieldsList.Select(field => field.DataType.Name));
        using var batch = await reader.ReadNextRecordBatchAsync();
        string[] expected = ["red|7|1", "-|8|20", "blue|9|-", "-|8|20"];
        Assert.Equal(expected, Enumerable.Range(0, 4).Select(row => string.Join("|", batch!.Arrays.Where(column => column is not TimestampArray).Select(column => ArrowText.Of(column, row)))));
    }

    [Fact]
    public async Task Batches_of_an_ipc_stream_are_disposed_as_they_are_read()
    {
        await using var test = await LoadedAsync(postgres);
        using var bytes = new MemoryStream();
        using (var writer = new ArrowStreamWriter(bytes, Numbered(0, 1, ("list", Lists(0, 1))).Schema, leaveOpen: true))
        {
            for (var from = 0; from < 30; from += 10)
                await writer.WriteRecordBatchAsync(Numbered(from, 10, ("list", Lists(from, 10))));
            await writer.WriteEndAsync();
        }

        bytes.Position = 0;
        using var stream = new ArrowStreamReader(bytes, leaveOpen: true);
        var rows = await RowsAsync(UserSpend.HistoricalFeaturesAsync(test.Store, Spine.Arrow(stream, "t"), new() { BatchSize = 7 }));
        Assert.Equal(Enumerable.Range(0, 30).Select(row => $"[{row * Elements},"), rows.Select(row => row[..(row.IndexOf(',', StringComparison.Ordinal) + 1)]));
    }

    private static Task<SpineSchemaException> RefusedAsync(TestStore test, RecordBatch[] batches) =>
        Assert.ThrowsAsync<SpineSchemaException>(() => RowsAsync(UserSpend.HistoricalFeaturesAsync(test.Store, Spine.Arrow(batches, "t"), new() { BatchSize = 1 })));

    private static IArrowArray Labels(TimeUnit unit) => OtherArrays.Instants(unit, 1);

    private static DictionaryArray Dictionary(IArrowArray values) =>
        new(new DictionaryType(Int8Type.Default, values.Data.DataType, false), OtherArrays.Fixed<sbyte>(Int8Type.Default, 0, 1), values);

    /// <summary>Rows of user 7, with columns before.</summary>
    private static RecordBatch Numbered(int from, int length, params (string Name, IArrowArray Values)[] columns) => Of(
    [
        .. columns,
        ("user_id", Longs([.. Enumerable.Repeat<long?>(7, length)])),
        ("t", Instants([.. Enumerable.Range(from, length).Select(_ => (DateTimeOffset?)Start)])),
    ]);

    private static ListArray Lists(int from, int length)
    {
        var lists = new ListArray.Builder(Int64Type.Default);
        var elements = (Int64Array.Builder)lists.ValueBuilder;
        for (var row = from; row < from + length; row++)
        {
            lists.Append();
            elements.AppendRange(Enumerable.Range(row * Elements, Elements).Select(i => (long)i));
        }

        return lists.Build();
    }

    private sealed class BatchStream(Schema schema, params RecordBatch[] batches) : IArrowArrayStream
    {
        private int _given;

        public Schema Schema => schema;

        public ValueTask<RecordBatch> ReadNextRecordBatchAsync(CancellationToken cancellationToken = default) => new(_given < batches.Length ? batches[_given++] : null!);

        public void Dispose()
        {
        }
    }
}
