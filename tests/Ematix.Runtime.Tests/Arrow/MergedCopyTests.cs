using CsCheck;
using Ematix.Runtime;

namespace Ematix.Tests.Arrow;

/// <summary>Answers of several connections become the answer that one would have given, to the byte.</summary>
public sealed class MergedCopyTests(PostgresFixture postgres)
{
    private const string Plain = "SELECT i % 9, repeat('x', i % 50), nullif(i % 3, 0) FROM generate_series(1, 120) AS i ORDER BY i";

    [Fact]
    public async Task Rows_come_in_their_order_whatever_the_pieces()
    {
        await using var test = await TestStore.CreateAsync(postgres);
        var whole = await CopyData.OfAsync(test, Plain);
        byte[][] copies = [await RangeAsync(test, "i % 5 IN (1, 3)"), await RangeAsync(test, "i % 5 = 2"), await RangeAsync(test, "false"), await RangeAsync(test, "i % 5 IN (0, 4)")];

        for (var size = 1; size < 30; size++)
            Assert.Equal(whole, (await ReadAsync(copies, [size], 1 + (size * 7 % 40))).Read);
        await Gen.Int[1, 700].Array[1, 30].SampleAsync(async sizes => (await ReadAsync(copies, sizes, 4096)).Read.SequenceEqual(whole), iter: 40, threads: 1);
    }

    [Fact]
    public async Task Places_in_a_table_order_rows_as_numbers_do()
    {
        await using var test = await TestStore.CreateAsync(postgres);
        await test.ExecuteAsync("CREATE TABLE public.stored AS SELECT i AS n, repeat(i::text, 40) AS text FROM generate_series(1, 500) AS i; DELETE FROM public.stored WHERE n % 7 = 0");
        var whole = await CopyData.OfAsync(test, "SELECT n, text FROM public.stored ORDER BY n");

        Assert.Equal(whole, (await ReadAsync([await PlacedAsync("n % 3 = 0"), await PlacedAsync("n % 3 <> 0")], [333], 1000)).Read);

        Task<byte[]> PlacedAsync(string condition) => CopyData.OfAsync(test, $"SELECT tidsend(ctid), n, text FROM public.stored WHERE {condition} ORDER BY ctid");
    }

    [Fact]
    public async Task A_row_that_is_longer_than_any_buffer_comes_whole()
    {
        await using var test = await TestStore.CreateAsync(postgres);
        const string Long = "SELECT {0}repeat(i::text, 300000) FROM generate_series(1, 6) AS i WHERE {1} ORDER BY i";
        byte[][] copies = [await CopyData.OfAsync(test, Long.Replace("{0}", "i::int8, ").Replace("{1}", "i % 2 = 0")), await CopyData.OfAsync(test, Long.Replace("{0}", "i::int8, ").Replace("{1}", "i % 2 = 1"))];

        Assert.Equal(await CopyData.OfAsync(test, Long.Replace("{0}", "").Replace("{1}", "true")), (await ReadAsync(copies, [10_000], 64 * 1024)).Read);
    }

    [Fact]
    public async Task A_stream_cut_at_any_byte_is_an_error_after_rows_that_are_right()
    {
        await using var test = await TestStore.CreateAsync(postgres);
        var whole = await CopyData.OfAsync(test, Plain);
        byte[][] copies = [await RangeAsync(test, "i % 2 = 0 AND i < 20"), await RangeAsync(test, "i % 2 = 1 OR i >= 20")];

        for (var length = 0; length < copies[0].Length; length++)
        {
            var (read, error) = await ReadAsync([copies[0][..length], copies[1]], [50], 16);
            Assert.Contains("ended before its trailer", Assert.IsType<CopyStreamException>(error).Message, StringComparison.Ordinal);
            Assert.Equal(whole[..read.Length], read);
        }
    }

    [Theory]
    [InlineData("NULL::int8, 1")]
    [InlineData("'longer than a number'::text, 1")]
    [InlineData("true, 1")]
    [InlineData("")]
    public async Task A_row_without_a_place_is_refused(string columns)
    {
        await using var test = await TestStore.CreateAsync(postgres);
        var (_, error) = await ReadAsync([await CopyData.OfAsync(test, $"SELECT {columns}")], [100], 100);

        Assert.Contains("does not begin with its place", Assert.IsType<CopyStreamException>(error).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_copy_and_what_goes_on_is_refused()
    {
        await using var test = await TestStore.CreateAsync(postgres);
        var copy = await RangeAsync(test, "i < 3");

        Assert.Contains("does not begin as binary COPY", (await ReadAsync([copy, "1\t2\n"u8.ToArray()], [100], 100)).Error!.Message, StringComparison.Ordinal);
        Assert.Contains("after its trailer", (await ReadAsync([copy, [.. copy, 0]], [100], 100)).Error!.Message, StringComparison.Ordinal);
    }

    private static Task<byte[]> RangeAsync(TestStore test, string condition) =>
        CopyData.OfAsync(test, Plain.Replace("SELECT ", "SELECT i::int8, ", StringComparison.Ordinal).Replace("ORDER BY", $"WHERE {condition} ORDER BY", StringComparison.Ordinal));

    private static async Task<(byte[] Read, Exception? Error)> ReadAsync(byte[][] copies, int[] sizes, int buffer)
    {
        await using var merged = new MergedCopy(copies.Select(copy => new PiecesStream(copy, sizes)), default);
        using var read = new MemoryStream();
        try
        {
            await merged.CopyToAsync(read, buffer);
            return (read.ToArray(), null);
        }
        catch (CopyStreamException error)
        {
            return (read.ToArray(), error);
        }
    }
}
