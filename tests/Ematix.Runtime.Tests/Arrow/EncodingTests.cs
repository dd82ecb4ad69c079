using System.Globalization;
using Apache.Arrow;
using Apache.Arrow.Types;
using CsCheck;
using Ematix.Model;
using Ematix.Runtime;
using Ematix.Sql;
using Ematix.Tests.Types;
using Npgsql;

namespace Ematix.Tests.Arrow;

/// <summary>Record batches become binary COPY that the server takes, and gives back as it was.</summary>
public sealed class EncodingTests(PostgresFixture postgres)
{
    [Fact]
    public async Task What_was_decoded_is_encoded_to_the_same_bytes()
    {
        await using var test = await TestStore.CreateAsync(postgres);
        var bytes = await CopyData.OfEveryTypeAsync(test);

        foreach (var rows in (int[])[1, 3, 8, 65_536])
        {
            using var encoded = new MemoryStream();
            var copy = new ArrowToCopy(encoded, Columns(CopyData.EveryTypeView), Refuse);
            await foreach (var batch in CopyData.ReadEveryTypeAsync(new MemoryStream(bytes), new() { RowsPerBatch = rows }))
            {
                using (batch)
                    await copy.WriteAsync(batch, default);
            }

            await copy.CompleteAsync(default);
            Assert.Equal(TypeCases.All.Count, copy.Rows);
            Assert.True(encoded.ToArray().AsSpan().SequenceEqual(bytes));
        }
    }

    [Fact]
    public async Task The_server_takes_slices_in_their_order()
    {
        await using var test = await TestStore.CreateAsync(postgres);
        var bytes = await CopyData.OfEveryTypeAsync(test);
        await test.ExecuteAsync($"CREATE TABLE copy AS SELECT * FROM ({CopyData.EveryTypeQuery}) s WITH NO DATA");
        await using (var connection = await CopyData.OpenAsync(test))
        await using (var raw = await connection.BeginRawBinaryCopyAsync("COPY copy FROM STDIN (FORMAT binary)"))
        {
            var copy = new ArrowToCopy(raw, Columns(CopyData.EveryTypeView), Refuse);
            using var all = await CopyData.ReadEveryTypeAsync(new MemoryStream(bytes)).SingleAsync();
            for (var row = 0; row < all.Length; row += 3)
                await copy.WriteAsync(all.Slice(row, 3), default);
            await copy.WriteAsync(all.Slice(0, 0), default);
            await copy.CompleteAsync(default);
        }

        var back = await CopyData.OfAsync(test, CopyData.EveryTypeQuery.Replace("features.every_type_v1", "copy", StringComparison.Ordinal));
        Assert.True(back.AsSpan().SequenceEqual(bytes));
        Assert.Equal(TypeCases.All.Count, await test.ScalarAsync<int>("SELECT count(*) FROM (SELECT id, row_number() OVER (ORDER BY ctid) AS place FROM copy) AS c WHERE place = id + 1"));
    }

    [Fact]
    public async Task Columns_are_taken_from_where_they_stand()
    {
        await using var test = await TestStore.CreateAsync(postgres);
        Int32Array[] arrays = [new Int32Array.Builder().Append(1).Build(), new Int32Array.Builder().Append(2).Build(), new Int32Array.Builder().Append(3).Build()];
        using var batch = new RecordBatch(new Schema(arrays.Select((_, i) => new Field($"s{i}", Int32Type.Default, true)), null), arrays, 1);

        Assert.Equal(["3|1"], await StoredAsync(test, [batch], [new("a", new(ColumnKind.Int64), 2), new("b", new(ColumnKind.Int32), 0)]));
    }

    [Fact]
    public async Task No_batch_makes_no_row()
    {
        await using var test = await TestStore.CreateAsync(postgres);

        Assert.Empty(await StoredAsync(test, [], [new("a", new(ColumnKind.Int64), 0)]));
    }

    [Fact]
    public async Task Every_decimal_goes_and_comes_back_exactly()
    {
        await using var test = await TestStore.CreateAsync(postgres);
        await using var connection = await CopyData.OpenAsync(test);
        var decimals = Gen.Select(Gen.Int[0, 38], Gen.Char['0', '9'].Array[1, 38], Gen.Bool, Gen.Int[0, 30]);
        await decimals.Array[200].SampleAsync(
            async cases =>
            {
                foreach (var group in cases.GroupBy(value => value.Item1))
                {
                    var type = new Decimal128Type(38, group.Key);
                    Int128[] values = [.. group.Select(value => (value.Item3 ? -1 : 1) * Int128.Parse(new string(value.Item2).PadRight(Math.Min(38, value.Item2.Length + value.Item4), '0'), null))];
                    var data = new ArrayData(type, values.Length, 0, 0, [ArrowBuffer.Empty, new ArrowBuffer(System.Runtime.InteropServices.MemoryMarshal.AsBytes<Int128>(values).ToArray())]);
                    using var batch = new RecordBatch(new Schema([new Field("n", type, false)], null), [new Decimal128Array(data)], values.Length);
                    using var encoded = new MemoryStream();
                    ColumnType column = new(ColumnKind.Numeric) { Precision = 38, Scale = group.Key };
                    var copy = new ArrowToCopy(encoded, [new("n", column, 0)], Refuse);
                    await copy.WriteAsync(batch, default);
                    await copy.CompleteAsync(default);
                    await ExecuteAsync(connection, "CREATE TEMP TABLE IF NOT EXISTS n (n numeric); TRUNCATE n");
                    await using (var raw = await connection.BeginRawBinaryCopyAsync("COPY n FROM STDIN (FORMAT binary)"))
                        await raw.WriteAsync(encoded.ToArray());
                    await using var command = new NpgsqlCommand($"SELECT array_agg((n * 1e{group.Key})::numeric(38,0)::text) FROM n", connection);
                    Assert.Equal(values.Select(value => value.ToString(CultureInfo.InvariantCulture)), (string[])(await command.ExecuteScalarAsync())!);
                    await using var back = await connection.BeginRawBinaryCopyAsync("COPY n TO STDOUT (FORMAT binary)");
                    using var read = await CopyToArrow.ReadAsync(back, batch.Schema, [column], new(), default).SingleAsync();
                    Assert.True(read.Column(0).Data.Buffers[1].Span.SequenceEqual(data.Buffers[1].Span));
                }

                return true;
            },
            iter: 3, threads: 1);
    }

    internal static ArrowToCopyColumn[] Columns(FeatureViewModel view) => [.. view.Columns.Select((column, i) => new ArrowToCopyColumn(column.Column, column.Type, i))];

    internal static Exception Refuse(ArrowFault fault) => new InvalidDataException($"{fault.Column} {fault.Row} {fault.Fault}");

    /// <summary>Rows as the server stored them, as text.</summary>
    internal static async Task<string[]> StoredAsync(TestStore test, IEnumerable<RecordBatch> batches, ArrowToCopyColumn[] columns)
    {
        await test.ExecuteAsync($"DROP TABLE IF EXISTS stored; CREATE TABLE stored ({string.Join(", ", columns.Select(column => $"{column.Name} {TypeMap.Staged(column.Type)}"))})");
        await using (var connection = await CopyData.OpenAsync(test))
        await using (var raw = await connection.BeginRawBinaryCopyAsync("COPY stored FROM STDIN (FORMAT binary)"))
        {
            try
            {
                var copy = new ArrowToCopy(raw, columns, Refuse);
                foreach (var batch in batches)
                    await copy.WriteAsync(batch, default);
                await copy.CompleteAsync(default);
            }
            catch
            {
                await raw.CancelAsync();
                throw;
            }
        }

        return await test.RowsAsync($"SET timezone = 'UTC'; SELECT {string.Join(", ", columns.Select(column => column.Name + "::text"))} FROM stored");
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
