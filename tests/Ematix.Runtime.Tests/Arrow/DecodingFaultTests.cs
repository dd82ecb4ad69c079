using Apache.Arrow;
using Ematix.Model;
using Ematix.Runtime;

namespace Ematix.Tests.Arrow;

/// <summary>What is cut off, of another shape, or without an equal in Arrow ends the reading with an error that says so; no batch holds anything of it.</summary>
public sealed class DecodingFaultTests(PostgresFixture postgres)
{
    [Fact]
    public async Task A_stream_cut_at_any_byte_is_an_error_and_never_another_row()
    {
        await using var test = await TestStore.CreateAsync(postgres);
        const string Query = """
            SELECT i::int8, CASE i WHEN 2 THEN NULL ELSE 1.5::numeric END, repeat('x', i), ARRAY['a', NULL, 'bc'] FROM generate_series(1, 5) i
            """;
        ColumnType[] types = [new(ColumnKind.Int64), new(ColumnKind.Numeric) { Precision = 10, Scale = 2 }, new(ColumnKind.Text), new(ColumnKind.Text) { IsArray = true, HasNullableElements = true }];
        var bytes = await CopyData.OfAsync(test, Query);
        var rows = (await RowsAsync(bytes, types)).Rows;
        Assert.Equal(5, rows.Count);

        for (var length = 0; length < bytes.Length; length++)
        {
            var (read, error) = await RowsAsync(bytes[..length], types);
            Assert.Contains("ended in", Assert.IsType<CopyStreamException>(error).Message, StringComparison.Ordinal);
            Assert.Equal(rows.Take(read.Count), read);
        }
    }

    [Theory]
    [InlineData(ColumnKind.Instant, "timestamptz 'infinity'", "infinite")]
    [InlineData(ColumnKind.Instant, "timestamptz '-infinity'", "infinite")]
    [InlineData(ColumnKind.Instant, "timestamptz '294276-12-31 23:00Z'", "later than an Arrow timestamp")]
    [InlineData(ColumnKind.Date, "date 'infinity'", "infinite")]
    [InlineData(ColumnKind.Time, "time '24:00'", "24:00")]
    [InlineData(ColumnKind.Interval, "interval '1 day'", "months or days")]
    [InlineData(ColumnKind.Interval, "interval '1 month'", "months or days")]
    [InlineData(ColumnKind.Interval, "interval '-1 day 24 hours'", "months or days")]
    [InlineData(ColumnKind.Numeric, "numeric 'NaN'", "NaN")]
    [InlineData(ColumnKind.Numeric, "1000.00", "more digits than numeric(5,2)")]
    [InlineData(ColumnKind.Numeric, "1.234", "more than 2 digits")]
    [InlineData(ColumnKind.Numeric, "1e-9", "more than 2 digits")]
    [InlineData(ColumnKind.Numeric, "1e120", "more digits than numeric(5,2)")]
    [InlineData(ColumnKind.Int64, "NULL::int8", "is NULL")]
    [InlineData(ColumnKind.Int64, "1::int4", "4 byte(s) where its type has 8")]
    [InlineData(ColumnKind.Int32, "1::int8", "8 byte(s) where its type has 4")]
    [InlineData(ColumnKind.Boolean, "'xy'::text", "2 byte(s)")]
    [InlineData(ColumnKind.Uuid, "'xy'::text", "2 byte(s)")]
    [InlineData(ColumnKind.Json, "'xy'::text", "jsonb")]
    public async Task A_value_without_an_equal_is_refused_with_its_column_and_row(ColumnKind kind, string value, string reason)
    {
        await using var test = await TestStore.CreateAsync(postgres);
        var type = new ColumnType(kind) { Precision = kind == ColumnKind.Numeric ? 5 : 0, Scale = kind == ColumnKind.Numeric ? 2 : 0 };
        ColumnType[] types = [new(ColumnKind.Int32), type];
        var bytes = await CopyData.OfAsync(test, $"SELECT 1, {value}");

        var (rows, error) = await RowsAsync(bytes, types, isNullable: false);
        var refused = Assert.IsType<UnreadableValueException>(error);
        Assert.Empty(rows);
        Assert.Equal(("c1", 1), (refused.Column, refused.Row));
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ColumnKind.Int64, "ARRAY[1::int8, NULL]", "an element that is NULL")]
    [InlineData(ColumnKind.Int64, "ARRAY[ARRAY[1::int8]]", "several dimensions")]
    [InlineData(ColumnKind.Int64, "ARRAY[1::int4]", "an element that has 4 byte(s)")]
    [InlineData(ColumnKind.Instant, "ARRAY[now(), 'infinity']", "an element that is an infinite")]
    [InlineData(ColumnKind.Text, "1::int8", "8 byte(s)")]
    public async Task An_array_without_an_equal_is_refused(ColumnKind kind, string value, string reason)
    {
        await using var test = await TestStore.CreateAsync(postgres);
        var bytes = await CopyData.OfAsync(test, $"SELECT {value} FROM generate_series(1, 3)");

        Assert.Contains(reason, Assert.IsType<UnreadableValueException>((await RowsAsync(bytes, [new(kind) { IsArray = true }])).Error).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_columns_and_other_streams_are_refused()
    {
        await using var test = await TestStore.CreateAsync(postgres);
        var bytes = await CopyData.OfAsync(test, "SELECT 1, 2");

        Assert.Contains("2 column(s) where 1", (await RowsAsync(bytes, [new(ColumnKind.Int32)])).Error!.Message, StringComparison.Ordinal);
        Assert.Contains("2 column(s) where 3", (await RowsAsync(bytes, [new(ColumnKind.Int32), new(ColumnKind.Int32), new(ColumnKind.Int32)])).Error!.Message, StringComparison.Ordinal);
        Assert.Contains("does not begin", (await RowsAsync("1\t2\n"u8.ToArray(), [new(ColumnKind.Int32)])).Error!.Message, StringComparison.Ordinal);
        Assert.Contains("after its trailer", (await RowsAsync([.. bytes, 0], [new(ColumnKind.Int32), new(ColumnKind.Int32)])).Error!.Message, StringComparison.Ordinal);
    }

    private static async Task<(List<string> Rows, EmatixException? Error)> RowsAsync(byte[] bytes, ColumnType[] types, bool isNullable = true)
    {
        var schema = new Schema(types.Select((type, i) => new Field($"c{i}", ArrowSchemas.TypeOf(type), isNullable)), null);
        var rows = new List<string>();
        try
        {
            await foreach (var batch in CopyToArrow.ReadAsync(new MemoryStream(bytes), schema, types, new() { RowsPerBatch = 2 }, default))
            {
                using (batch)
                    rows.AddRange(Enumerable.Range(0, batch.Length).Select(row => string.Join("|", batch.Arrays.Select(array => Types.Rendering.Value(ArrowRows.Value(array, row), "")))));
            }

            return (rows, null);
        }
        catch (EmatixException error)
        {
            return (rows, error);
        }
    }
}
