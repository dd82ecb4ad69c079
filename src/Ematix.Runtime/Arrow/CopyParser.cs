using System.Buffers.Binary;
using System.Globalization;
using Apache.Arrow;
using Ematix.Model;

namespace Ematix.Runtime;

/// <summary>
/// Parses the binary COPY format (PostgreSQL manual, COPY, "Binary Format") from pieces cut at any byte. A row that is not whole yet is decoded again from
/// its start once it is: decoders take a value by its row, so that the second time changes nothing.
/// </summary>
internal sealed class CopyParser
{
    private const int FirstRows = 256;

    private readonly Schema _schema;
    private readonly ColumnDecoder[] _columns;
    private readonly int _rowsPerBatch;
    private readonly int _bytesPerBatch;
    private bool _isInRows;
    private long _rowsBefore;
    private int _rows;
    private int _capacity;
    private long _bytes;
    private bool _isCut;
    private int _wholeFields;
    private int _wholeBytes;

    public CopyParser(Schema schema, IReadOnlyList<ColumnType> types, CopyToArrowOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(types.Count, schema.FieldsList.Count, nameof(types));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.RowsPerBatch, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.BytesPerBatch, 1, nameof(options));
        _schema = schema;
        _columns = [.. types.Select((type, i) => ColumnDecoders.Of(schema.FieldsList[i], type))];
        (_rowsPerBatch, _bytesPerBatch) = (options.RowsPerBatch, options.BytesPerBatch);
        Reserve(Math.Min(FirstRows, _rowsPerBatch));
    }

    /// <summary>Whether the trailer has been read.</summary>
    public bool HasEnded { get; private set; }

    public bool HasRows => _rows > 0;

    public bool IsBatchFull => _rows >= _rowsPerBatch || _bytes >= _bytesPerBatch;

    /// <summary>Decodes whole rows until the batch is full, the data or the stream ends; says how many bytes that took.</summary>
    public int Consume(ReadOnlySpan<byte> data)
    {
        var taken = 0;
        if (!_isInRows)
        {
            taken = CopyFormat.Header(data);
            _isInRows = taken > 0;
        }

        while (_isInRows && !HasEnded && !IsBatchFull)
        {
            if (_rows == _capacity)
                Reserve((int)Math.Min(2L * _capacity, _rowsPerBatch));
            var row = Row(data[taken..]);
            if (row == 0)
                break;
            taken += row;
        }

        return taken;
    }

    /// <summary>The rows decoded since the last batch.</summary>
    public RecordBatch TakeBatch()
    {
        var rows = _rows;
        var arrays = new IArrowArray[_columns.Length];
        for (var i = 0; i < arrays.Length; i++)
            arrays[i] = ArrowArrayFactory.BuildArray(_columns[i].Take(rows));
        (_rowsBefore, _rows, _bytes) = (_rowsBefore + rows, 0, 0);
        return new RecordBatch(_schema, arrays, rows);
    }

    /// <summary>The error of a stream that ends before its trailer.</summary>
    public CopyStreamException CutOff(int left) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"The binary COPY stream ended in {(!_isInRows ? "its header" : left > 0 ? $"row {Number + 1}" : $"its trailer, after {Number} row(s)")}: the server or the connection broke off. Read it again."));

    private long Number => _rowsBefore + _rows;

    private void Reserve(int rows)
    {
        _capacity = rows;
        foreach (var column in _columns)
            column.Reserve(rows);
    }

    /// <summary>Decodes one row, or the trailer; 0 where it is not whole yet.</summary>
    private int Row(ReadOnlySpan<byte> data)
    {
        if (data.Length < sizeof(short) || (_isCut && !IsWhole(data)))
            return 0;
        var fields = BinaryPrimitives.ReadInt16BigEndian(data);
        if (fields != _columns.Length)
            return End(fields);
        var at = sizeof(short);
        foreach (var column in _columns)
        {
            if (data.Length - at < sizeof(int))
                return Cut();
            var length = BinaryPrimitives.ReadInt32BigEndian(data[at..]);
            at += sizeof(int);
            if (length > data.Length - at)
                return Cut();
            var fault = length >= 0 ? column.Set(_rows, data.Slice(at, length)) : Null(column, length);
            if (fault is not null)
                throw new UnreadableValueException(column.Name, Number + 1, fault);
            at += Math.Max(length, 0);
        }

        _isCut = false;
        _rows++;
        _bytes += at;
        return at;
    }

    private int End(short fields)
    {
        if (fields != CopyFormat.Trailer)
        {
            throw new CopyStreamException(string.Create(
                CultureInfo.InvariantCulture,
                $"Row {Number + 1} of the binary COPY stream has {fields} column(s) where {_columns.Length} were asked for. Nothing of it was read."));
        }

        HasEnded = true;
        return sizeof(short);
    }

    private string? Null(ColumnDecoder column, int length) => length == CopyFormat.Null
        ? column.SetNull(_rows)
        : throw new CopyStreamException(string.Create(CultureInfo.InvariantCulture, $"Column \"{column.Name}\" of row {Number + 1} of the binary COPY stream has a length of {length}. The row was not read."));

    private int Cut()
    {
        (_isCut, _wholeFields, _wholeBytes) = (true, 0, sizeof(short));
        return 0;
    }

    /// <summary>Walks on over the lengths of a row that was cut: a row of many long values is decoded twice, not once a piece.</summary>
    private bool IsWhole(ReadOnlySpan<byte> data)
    {
        for (; _wholeFields < _columns.Length; _wholeFields++)
        {
            if (data.Length - _wholeBytes < sizeof(int))
                return false;
            var length = Math.Max(BinaryPrimitives.ReadInt32BigEndian(data[_wholeBytes..]), 0);
            if (length > data.Length - _wholeBytes - sizeof(int))
                return false;
            _wholeBytes += sizeof(int) + length;
        }

        return true;
    }
}
