using Apache.Arrow;
using Apache.Arrow.Types;
using Ematix.Benchmarks.Measuring;
using Ematix.Runtime;
using Npgsql;

namespace Ematix.Benchmarks.Transfer;

/// <summary>One connection, as the product opens it, that reads the table in the ways of a client.</summary>
internal sealed class TransferSession(NpgsqlConnection connection) : IAsyncDisposable
{
    private const int RowsPerBatch = 65_536;

    public static async Task<TransferSession> OpenAsync(BenchmarkDatabase database, CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        return new TransferSession(connection);
    }

    public async Task ToArrowAsync(int rows)
    {
        await using var copy = await connection.BeginRawBinaryCopyAsync(WideTable.Copy);
        await foreach (var batch in CopyToArrow.ReadAsync(copy, WideTable.Schema, WideTable.Types, new(), default))
        {
            using (batch)
                rows -= batch.Length;
        }

        Complete(rows);
    }

    public async Task DropAsync()
    {
        await using var copy = await connection.BeginRawBinaryCopyAsync(WideTable.Copy);
        var buffer = new byte[64 * 1024];
        while (await copy.ReadAsync(buffer.AsMemory(), CancellationToken.None) > 0)
        {
        }
    }

    public async Task BuildAsync(int rows)
    {
        await using var command = new NpgsqlCommand(WideTable.Query, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var builders = new Builders();
        while (await reader.ReadAsync())
        {
            builders.Append(reader);
            if (builders.Length == RowsPerBatch)
                rows -= Take(ref builders);
        }

        rows -= Take(ref builders);
        Complete(rows);
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private static int Take(ref Builders builders)
    {
        using var batch = builders.Build();
        builders = new Builders();
        return batch.Length;
    }

    private static void Complete(int left)
    {
        if (left != 0)
            throw new InvalidDataException($"{left} rows are missing.");
    }
}

/// <summary>What most would write: a builder a column, a typed getter a value.</summary>
internal sealed class Builders
{
    private readonly Int64Array.Builder[] _longs = [new(), new()];
    private readonly Int32Array.Builder[] _integers = [new(), new()];
    private readonly DoubleArray.Builder[] _doubles = [new(), new()];
    private readonly Decimal128Array.Builder[] _decimals = [new(new Decimal128Type(12, 2)), new(new Decimal128Type(12, 2))];
    private readonly StringArray.Builder[] _texts = [new(), new()];
    private readonly BooleanArray.Builder _booleans = new();
    private readonly TimestampArray.Builder _instants = new(new TimestampType(TimeUnit.Microsecond, "UTC"));

    public int Length => _instants.Length;

    public void Append(NpgsqlDataReader reader)
    {
        for (var i = 0; i < 2; i++)
        {
            if (reader.IsDBNull(i)) _longs[i].AppendNull(); else _longs[i].Append(reader.GetInt64(i));
            if (reader.IsDBNull(2 + i)) _integers[i].AppendNull(); else _integers[i].Append(reader.GetInt32(2 + i));
            if (reader.IsDBNull(4 + i)) _doubles[i].AppendNull(); else _doubles[i].Append(reader.GetDouble(4 + i));
            if (reader.IsDBNull(6 + i)) _decimals[i].AppendNull(); else _decimals[i].Append(reader.GetDecimal(6 + i));
            if (reader.IsDBNull(8 + i)) _texts[i].AppendNull(); else _texts[i].Append(reader.GetString(8 + i));
        }

        if (reader.IsDBNull(10)) _booleans.AppendNull(); else _booleans.Append(reader.GetBoolean(10));
        if (reader.IsDBNull(11)) _instants.AppendNull(); else _instants.Append(reader.GetFieldValue<DateTimeOffset>(11));
    }

    public RecordBatch Build() => new(
        WideTable.Schema,
        [
            _longs[0].Build(), _longs[1].Build(), _integers[0].Build(), _integers[1].Build(), _doubles[0].Build(), _doubles[1].Build(),
            _decimals[0].Build(), _decimals[1].Build(), _texts[0].Build(), _texts[1].Build(), _booleans.Build(), _instants.Build(),
        ],
        Length);
}
