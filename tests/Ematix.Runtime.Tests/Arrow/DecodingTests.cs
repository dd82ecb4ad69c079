using Apache.Arrow;
using CsCheck;
using Ematix.Model;
using Ematix.Runtime;
using Ematix.Tests.Types;

namespace Ematix.Tests.Arrow;

/// <summary>Binary COPY becomes Arrow as it is, in pieces of any size and batches of any length.</summary>
public sealed class DecodingTests(PostgresFixture postgres)
{
    private static readonly string[][] Expected = [.. TypeCases.All.Select(row => Rendering.Of(row.Expected))];

    [Fact]
    public async Task Every_value_comes_as_it_is_stored_in_batches_of_any_length()
    {
        await using var test = await TestStore.CreateAsync(postgres);
        var bytes = await CopyData.OfEveryTypeAsync(test);

        foreach (var length in (int[])[1, 2, 3, 7, 8, 9, Expected.Length, 65_536])
        {
            var rows = await CopyData.RowsAsync(CopyData.ReadEveryTypeAsync(new MemoryStream(bytes), new() { RowsPerBatch = length }));
            Assert.Equal(Expected, rows);
        }
    }

    [Fact]
    public async Task A_row_may_be_cut_at_any_byte()
    {
        await using var test = await TestStore.CreateAsync(postgres);
        await EveryType.SyncAsync(test.Store, TypeCases.All.Select(row => row.Given));
        var whole = await CopyData.OfAsync(test, CopyData.EveryTypeQuery);
        var small = await CopyData.OfAsync(test, CopyData.EveryTypeQuery.Replace("ORDER BY", "WHERE length(text) < 100 AND id > 2 ORDER BY", StringComparison.Ordinal));
        var expected = await CopyData.RowsAsync(CopyData.ReadEveryTypeAsync(new MemoryStream(small)));

        Assert.Equal(Expected, await CopyData.RowsAsync(CopyData.ReadEveryTypeAsync(new PiecesStream(whole, [100_000, 1, 4096, 2]))));
        for (var size = 1; size < 40; size++)
            Assert.Equal(expected, await CopyData.RowsAsync(CopyData.ReadEveryTypeAsync(new PiecesStream(small, [size]), new() { RowsPerBatch = 2 })));
        await Gen.Int[1, 700].Array[1, 50].SampleAsync(
            async sizes => expected.SequenceEqual(await CopyData.RowsAsync(CopyData.ReadEveryTypeAsync(new PiecesStream(small, sizes), new() { RowsPerBatch = 3 })), SameRow.Instance),
            iter: 60, threads: 1);
    }

    [Fact]
    public async Task A_batch_stays_as_it_was_while_later_ones_are_read()
    {
        await using var test = await TestStore.CreateAsync(postgres);
        var bytes = await CopyData.OfEveryTypeAsync(test);
        var batches = await CopyData.ReadEveryTypeAsync(new MemoryStream(bytes), new() { RowsPerBatch = 4 }).ToArrayAsync();

        Assert.Equal(Expected, batches.SelectMany(ArrowRows.Of<EveryType>));
        System.Array.ForEach(batches, batch => batch.Dispose());
    }

    [Fact]
    public async Task Buffers_are_as_long_as_their_values_and_nulls_are_counted()
    {
        await using var test = await TestStore.CreateAsync(postgres);
        var bytes = await CopyData.OfAsync(test, "SELECT nullif(i, 3)::int8, CASE WHEN i <> 5 THEN repeat('x', i) END FROM generate_series(1, 10) i");
        ColumnType[] types = [new(ColumnKind.Int64), new(ColumnKind.Text)];
        Field[] fields = [new("number", ArrowSchemas.TypeOf(types[0]), true), new("text", ArrowSchemas.TypeOf(types[1]), true)];
        using var batch = await CopyToArrow.ReadAsync(new MemoryStream(bytes), new Schema(fields, null), types, new(), default).SingleAsync();
        var (number, text) = (batch.Column(0).Data, batch.Column(1).Data);

        Assert.Equal((1, 1), (number.NullCount, text.NullCount));
        Assert.Equal([2, 80], number.Buffers.Select(buffer => buffer.Length));
        Assert.Equal([2, 44, 50], text.Buffers.Select(buffer => buffer.Length));
        Assert.Equal(0b11_1111_1011, BitConverter.ToUInt16(number.Buffers[0].Span));
        Assert.Equal(0, BitConverter.ToInt64(number.Buffers[1].Span[16..]));
    }

    [Fact]
    public async Task A_batch_ends_with_the_row_that_reaches_its_bytes()
    {
        await using var test = await TestStore.CreateAsync(postgres);
        var bytes = await CopyData.OfAsync(test, "SELECT repeat('x', CASE WHEN i = 4 THEN 200000 ELSE 94 END) FROM generate_series(1, 7) i");
        var batches = await TextsAsync(bytes, new() { BytesPerBatch = 200 });

        Assert.Equal([2, 2, 2, 1], batches.Select(batch => batch.Length));
        Assert.Equal([94, 94, 94, 200_000, 94, 94, 94], batches.SelectMany(batch => Enumerable.Range(0, batch.Length).Select(row => ((StringArray)batch.Column(0)).GetString(row).Length)));
    }

    [Fact]
    public async Task A_result_without_rows_has_no_batch()
    {
        await using var test = await TestStore.CreateAsync(postgres);

        Assert.Empty(await TextsAsync(await CopyData.OfAsync(test, "SELECT 'x' WHERE false"), new()));
    }

    [Fact]
    public async Task The_first_batch_is_out_before_the_last_row_is_in()
    {
        await using var test = await TestStore.CreateAsync(postgres);
        var bytes = await CopyData.OfAsync(test, "SELECT i::text FROM generate_series(1, 10) i");
        var more = new TaskCompletionSource();
        await using var batches = Texts(new PiecesStream(bytes.AsMemory(0, 60), [60], _ => more.Task), new() { RowsPerBatch = 2 }).GetAsyncEnumerator();

        Assert.True(await batches.MoveNextAsync());
        Assert.Equal("2", ((StringArray)batches.Current.Column(0)).GetString(1));
        Assert.True(await batches.MoveNextAsync());
        var third = batches.MoveNextAsync();
        Assert.False(third.IsCompleted);
        more.SetResult();
        await Assert.ThrowsAsync<CopyStreamException>(async () => await third);
    }

    private static async Task<RecordBatch[]> TextsAsync(byte[] bytes, CopyToArrowOptions options) => await Texts(new MemoryStream(bytes), options).ToArrayAsync();

    private static IAsyncEnumerable<RecordBatch> Texts(Stream copy, CopyToArrowOptions options) =>
        CopyToArrow.ReadAsync(copy, new Schema([new Field("text", Apache.Arrow.Types.StringType.Default, false)], null), [new(ColumnKind.Text)], options, default);

    private sealed class SameRow : IEqualityComparer<string[]>
    {
        public static readonly SameRow Instance = new();

        public bool Equals(string[]? one, string[]? other) => one!.AsSpan().SequenceEqual(other);

        public int GetHashCode(string[] row) => row.Length;
    }
}
