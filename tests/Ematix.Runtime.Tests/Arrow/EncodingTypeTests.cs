using Apache.Arrow;
using Apache.Arrow.Types;
using Ematix.Model;
using Ematix.Runtime;

namespace Ematix.Tests.Arrow;

/// <summary>Arrow types beside those of the type map that lose nothing feed a column; others, and values that the database can't hold, are refused.</summary>
public sealed class EncodingTypeTests(PostgresFixture postgres)
{
    /// <summary>What is given (a first row is sliced off), what it feeds, and what the server then has.</summary>
    public static TheoryData<string, ColumnKind, string> Given => new()
    {
        { "int8", ColumnKind.Int16, "-128, -, 127" },
        { "int8", ColumnKind.Int64, "-128, -, 127" },
        { "uint8", ColumnKind.Int16, "0, -, 255" },
        { "uint16", ColumnKind.Int32, "0, -, 65535" },
        { "uint32", ColumnKind.Int64, "0, -, 4294967295" },
        { "int32", ColumnKind.Int64, "-2147483648, -, 2147483647" },
        { "timestamp s", ColumnKind.Instant, "1969-12-31 23:59:59+00, -, 0001-01-01 00:00:00+00" },
        { "timestamp ms", ColumnKind.Instant, "1969-12-31 23:59:59.999+00, -, 1970-01-01 00:00:00.001+00" },
        { "timestamp us", ColumnKind.Instant, "1969-12-31 23:59:59.999999+00, -, 1970-01-01 00:00:00.000001+00" },
        { "timestamp ns", ColumnKind.Instant, "1969-12-31 23:59:59.999999+00, -, 1970-01-01 00:00:00.000001+00" },
        { "date64", ColumnKind.Date, "1969-12-31, -, 1970-01-02" },
        { "time32 s", ColumnKind.Time, "00:00:00, -, 23:59:59" },
        { "time32 ms", ColumnKind.Time, "00:00:00, -, 23:59:59.999" },
        { "time64 ns", ColumnKind.Time, "00:00:00, -, 23:59:59.999999" },
        { "duration s", ColumnKind.Interval, "-00:00:01, -, 24:00:00" },
        { "duration ms", ColumnKind.Interval, "-00:00:00.001, -, 00:00:00.001" },
        { "duration ns", ColumnKind.Interval, "00:00:00, -, 00:00:00.000001" },
        { "large_utf8", ColumnKind.Text, "a longer text than twelve bytes, -, ß" },
        { "utf8_view", ColumnKind.Text, "a longer text than twelve bytes, -, ß" },
        { "dictionary", ColumnKind.Text, "a longer text than twelve bytes, -, ß" },
        { "dictionary", ColumnKind.Enum, "a longer text than twelve bytes, -, ß" },
        { "utf8", ColumnKind.Json, "{}, -, [1, null]" },
        { "large_binary", ColumnKind.Bytes, "\\x00ff, -, \\x" },
        { "binary_view", ColumnKind.Bytes, "\\x00ff, -, \\x" },
        { "fixed_size_binary", ColumnKind.Bytes, "\\x00000000000000000000000000000001, -, \\x0102030405060708090a0b0c0d0e0f10" },
        { "fixed_size_binary", ColumnKind.Uuid, "00000000-0000-0000-0000-000000000001, -, 01020304-0506-0708-090a-0b0c0d0e0f10" },
        { "uuid", ColumnKind.Uuid, "00000000-0000-0000-0000-000000000001, -, 01020304-0506-0708-090a-0b0c0d0e0f10" },
        { "null", ColumnKind.Numeric, "-, -, -" },
    };

    [Theory]
    [MemberData(nameof(Given))]
    public async Task A_type_that_loses_nothing_feeds_a_column(string given, ColumnKind kind, string stored)
    {
        await using var test = await TestStore.CreateAsync(postgres);
        var array = OtherArrays.Of(given);
        using var batch = new RecordBatch(new Schema([new Field("c", array.Data.DataType, true)], null), [array], 4);

        Assert.Null(ArrowColumns.Judge(array.Data.DataType, new(kind)));
        Assert.Equal(stored, string.Join(", ", await EncodingTests.StoredAsync(test, [batch.Slice(1, 3)], [new("c", new(kind), 0)])));
    }

    [Theory]
    [InlineData(ColumnKind.Text, "holds U+0000")]
    [InlineData(ColumnKind.Json, "holds U+0000")]
    public async Task Text_with_a_zero_is_refused_with_column_and_row(ColumnKind kind, string fault) =>
        await RefusedAsync(new StringArray.Builder().Append("fine").Append("a\0b").Build(), kind, $"c 4 {fault}");

    [Theory]
    [InlineData("61EDA080")]
    [InlineData("FF")]
    [InlineData("C3")]
    public async Task Bytes_that_are_no_text_are_refused_with_column_and_row(string bytes)
    {
        var value = Convert.FromHexString(bytes);
        var data = new ArrayData(StringType.Default, 2, 0, 0, [ArrowBuffer.Empty, new ArrowBuffer.Builder<int>().Append(0).Append(0).Append(value.Length).Build(), new ArrowBuffer(value)]);
        await RefusedAsync(new StringArray(data), ColumnKind.Text, "c 4 holds bytes that are no UTF-8");
    }

    [Fact]
    public async Task Times_beyond_those_of_the_database_are_refused()
    {
        foreach (var (instant, unit) in ((long, TimeUnit)[])[(long.MaxValue, TimeUnit.Second), (long.MinValue, TimeUnit.Microsecond), (-211_813_488_000_000_000 + 946_684_800_000_000 - 1, TimeUnit.Microsecond)])
            await RefusedAsync(OtherArrays.Instants(unit, 0, instant), ColumnKind.Instant, "c 4 is an instant that Postgres can't hold");
        await RefusedAsync(OtherArrays.Fixed<int>(Date32Type.Default, 0, int.MaxValue), ColumnKind.Date, "c 4 is a date that Postgres can't hold");
        await RefusedAsync(OtherArrays.Fixed<long>(new Time64Type(TimeUnit.Microsecond), 0, 86_400_000_000), ColumnKind.Time, "c 4 is no time of a day");
        await RefusedAsync(OtherArrays.Fixed<long>(DurationType.Second, 0, long.MaxValue), ColumnKind.Interval, "c 4 is longer than an interval");
    }

    [Theory]
    [InlineData("int32", ColumnKind.Int16, "is int32, the column is smallint: cast it to int16")]
    [InlineData("uint32", ColumnKind.Int32, "is uint32, the column is integer: cast it to int32")]
    [InlineData("int32", ColumnKind.Double, "is int32, the column is double precision: cast it to double")]
    [InlineData("int32", ColumnKind.Numeric, "is int32, the column is numeric(9,2): cast it to decimal128(9,2)")]
    [InlineData("naive", ColumnKind.Instant, "is a timestamp without a zone")]
    [InlineData("timestamp us", ColumnKind.Date, "is timestamp[us, Europe/Berlin], the column is date: cast it to date32")]
    [InlineData("fixed_size_binary", ColumnKind.Text, "is fixed_size_binary(16), the column is text: cast it to utf8")]
    [InlineData("dictionary", ColumnKind.Int64, "is utf8, the column is bigint: cast it to int64")]
    [InlineData("list", ColumnKind.Int32, "is list of int32, the column is integer: cast it to int32")]
    public void A_type_that_loses_something_is_refused_with_the_cast(string given, ColumnKind kind, string problem) =>
        Assert.StartsWith(problem, ArrowColumns.Judge(OtherArrays.Of(given).Data.DataType, new(kind) { Precision = 9, Scale = 2 }), StringComparison.Ordinal);

    [Fact]
    public async Task Lists_of_other_kinds_become_arrays()
    {
        await using var test = await TestStore.CreateAsync(postgres);
        ColumnType numbers = new(ColumnKind.Int64) { IsArray = true, HasNullableElements = true };
        var array = OtherArrays.Of("list");
        using var batch = new RecordBatch(new Schema([new Field("c", array.Data.DataType, true)], null), [array], 4);

        Assert.Equal(["{2,NULL}", "-", "{}"], await EncodingTests.StoredAsync(test, [batch.Slice(1, 3)], [new("c", numbers, 0)]));
        Assert.Equal("is list of int32, the column is smallint[]: cast it to list of int16", ArrowColumns.Judge(array.Data.DataType, new(ColumnKind.Int16) { IsArray = true }));
    }

    private async Task RefusedAsync(IArrowArray array, ColumnKind kind, string fault)
    {
        await using var test = await TestStore.CreateAsync(postgres);
        using var batch = new RecordBatch(new Schema([new Field("c", array.Data.DataType, true)], null), [array], 2);
        var refused = await Assert.ThrowsAsync<InvalidDataException>(() => EncodingTests.StoredAsync(test, [batch.Slice(0, 1), batch.Slice(0, 1), batch], [new("c", new(kind), 0)]));
        Assert.StartsWith(fault, refused.Message, StringComparison.Ordinal);
    }
}
