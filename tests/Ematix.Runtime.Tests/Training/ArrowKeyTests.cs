using System.Numerics;
using Apache.Arrow;
using Apache.Arrow.Types;
using Ematix.Tests.Arrow;
using static Ematix.Tests.Batches;
using static Ematix.Tests.Spend;

namespace Ematix.Tests.Training;

/// <summary>Keys of record batches that no key of a view can equal find nothing, and end no read.</summary>
public sealed class ArrowKeyTests(PostgresFixture postgres)
{
    private static readonly EveryKey Key = new() { Boolean = true, Int16 = 1, Int32 = 2, Int64 = 3, Numeric = 1, Text = "a", Varchar = "b", Instant = Start, Date = new(2024, 3, 1), Time = default, Tier = Tier.Paid, Value = 5 };

    [Fact]
    public async Task A_numeric_is_compared_to_its_last_digit()
    {
        var one = BigInteger.Pow(10, 30);
        Assert.Equal(["-", "5", "-", "-"], await ValuesAsync("numeric", Decimals(30, one + 1, one, -one, 12_345_678 * one)));
        Assert.Equal(["5", "-", "-", "-"], await ValuesAsync("numeric", Decimals(0, 1, BigInteger.Pow(10, 37), BigInteger.Pow(2, 96), 1 - BigInteger.Pow(10, 38))));
    }

    [Fact]
    public async Task A_date_beyond_those_of_the_server_finds_nothing()
    {
        var day = Key.Date.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;
        Assert.Equal(["-", "5", "-", "-", "-"], await ValuesAsync("date", OtherArrays.Fixed<int>(Date32Type.Default, -3_000_000, day, 2_145_042_906, int.MinValue, int.MaxValue)));
        Assert.Equal(["-", "5", "-", "-", "-"], await ValuesAsync("date", OtherArrays.Fixed<long>(Date64Type.Default, -3_000_000 * 86_400_000L, day * 86_400_000L, 2_147_494_604 * 86_400_000L, long.MinValue, long.MaxValue)));
    }

    [Theory]
    [InlineData(TimeUnit.Second, 1)]
    [InlineData(TimeUnit.Millisecond, 1_000)]
    [InlineData(TimeUnit.Microsecond, 1_000_000)]
    [InlineData(TimeUnit.Nanosecond, 1_000_000_000)]
    public async Task An_instant_beyond_those_of_the_server_finds_nothing(TimeUnit unit, long second) =>
        Assert.Equal(["-", "5", "-"], await ValuesAsync("instant", OtherArrays.Instants(unit, long.MinValue, Start.ToUnixTimeSeconds() * second, long.MaxValue)));

    [Fact]
    public async Task A_time_outside_of_a_day_finds_nothing() =>
        Assert.Equal(["-", "5", "-", "-"], await ValuesAsync("time", OtherArrays.Fixed<long>(new Time64Type(TimeUnit.Nanosecond), -1, 0, 86_400_000_000_000, long.MaxValue)));

    /// <summary>What rows find that have the key but for one column.</summary>
    private async Task<List<string>> ValuesAsync(string column, IArrowArray values)
    {
        await using var test = await TestStore.CreateAsync(postgres);
        await EveryKey.SyncAsync(test.Store, [Key]);
        (string Name, IArrowArray Value)[] key =
        [
            ("boolean", new BooleanArray.Builder().Append(Key.Boolean).Build()), ("int16", OtherArrays.Fixed<short>(Int16Type.Default, Key.Int16)), ("int32", OtherArrays.Fixed<int>(Int32Type.Default, Key.Int32)),
            ("int64", Longs(Key.Int64)), ("numeric", Decimals(0, 1)), ("text", Texts(Key.Text)), ("varchar", Texts(Key.Varchar)), ("instant", Instants(Key.Instant)),
            ("date", new Date32Array.Builder().Append(Key.Date).Build()), ("time", OtherArrays.Fixed<long>(new Time64Type(TimeUnit.Microsecond), 0)),
            ("uuid", OtherArrays.Fixed<Guid>(new FixedSizeBinaryType(16), Key.Uuid)), ("tier", Texts("Paid")), ("t", Instants(DateTimeOffset.MaxValue)),
        ];
        var batches = Enumerable.Range(0, values.Length).Select(row => Of([.. key.Select(each => each.Name == column ? (column, ArrowArrayFactory.Slice(values, row, 1)) : each)]));
        var rows = await RowsAsync(EveryKey.HistoricalFeaturesAsync(test.Store, Spine.Arrow(batches, "t")));
        return [.. rows.Select(row => row.Split('|')[^1])];
    }

    private static Decimal128Array Decimals(int scale, params BigInteger[] values)
    {
        var bytes = new byte[16 * values.Length];
        foreach (var (row, value) in values.Index())
        {
            bytes.AsSpan(16 * row, 16).Fill((byte)(value.Sign < 0 ? 0xff : 0));
            value.TryWriteBytes(bytes.AsSpan(16 * row, 16), out _);
        }

        return new Decimal128Array(new ArrayData(new Decimal128Type(38, scale), values.Length, 0, 0, [ArrowBuffer.Empty, new ArrowBuffer(bytes)]));
    }
}
