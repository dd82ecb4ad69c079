using System.Buffers.Binary;

namespace Ematix.Runtime;

/// <summary>
/// The rows of a binary COPY stream whose first column says where a row belongs: a number that is not negative, or a place in a table. Both are sent so that their bytes
/// order them.
/// </summary>
internal sealed class NumberedCopy(Stream copy, CancellationToken cancellationToken) : IAsyncDisposable
{
    private const int FirstBuffer = 16 * 1024;

    private readonly CopySource _source = new(copy, cancellationToken);
    private byte[] _buffer = new byte[FirstBuffer];
    private int _start;
    private int _end;
    private int _length;
    private bool _isInRows;

    /// <summary>Whether there is no row any more.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>What orders the row that stands first.</summary>
    public ulong Number { get; private set; }

    /// <summary>The row that stands first, without what orders it. It may be written over until the next one is sought.</summary>
    public ReadOnlyMemory<byte> Row { get; private set; }

    /// <summary>Lets the next row stand first, or ends.</summary>
    public async ValueTask MoveNextAsync()
    {
        _start += _length;
        _length = 0;
        while (!Find())
        {
            (_start, _end) = RowBuffer.MakeRoom(ref _buffer, _start, _end);
            var read = await _source.ReadAsync(_buffer.AsMemory(_end)).ConfigureAwait(false);
            if (read == 0)
                throw new CopyStreamException("One of the binary COPY streams of a result ended before its trailer: the server or the connection broke off. Read it again.");
            _end += read;
        }

        if (HasEnded)
            await _source.EndAsync(_end - _start).ConfigureAwait(false);
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private bool Find()
    {
        var data = _buffer.AsSpan(_start.._end);
        if (!_isInRows)
        {
            var header = CopyFormat.Header(data);
            if (header == 0)
                return false;
            _isInRows = true;
            _start += header;
            data = data[header..];
        }

        if (data.Length < sizeof(short))
            return false;
        var fields = BinaryPrimitives.ReadInt16BigEndian(data);
        if (fields == CopyFormat.Trailer)
        {
            (HasEnded, _start) = (true, _start + sizeof(short));
            return true;
        }

        var length = LengthOf(data, fields);
        if (length == 0)
            return false;
        Take(data, fields, length);
        return true;
    }

    /// <summary>The length of a row; 0 where it is not whole yet.</summary>
    private static int LengthOf(ReadOnlySpan<byte> data, int fields)
    {
        var at = sizeof(short);
        for (var i = 0; i < fields; i++)
        {
            if (data.Length - at < sizeof(int))
                return 0;
            var length = Math.Max(BinaryPrimitives.ReadInt32BigEndian(data[at..]), 0);
            at += sizeof(int);
            if (length > data.Length - at)
                return 0;
            at += length;
        }

        return at;
    }

    /// <summary>The number of fields, less one, is written where the first field ended: what is left is a row again, and in one piece.</summary>
    private void Take(Span<byte> data, short fields, int length)
    {
        var first = fields > 0 ? BinaryPrimitives.ReadInt32BigEndian(data[sizeof(short)..]) : 0;
        if (first is < sizeof(short) or > sizeof(ulong))
            throw new CopyStreamException("A row of a binary COPY stream does not begin with its place in the result. The row was not read.");
        var rest = sizeof(short) + sizeof(int) + first;
        var number = 0UL;
        foreach (var part in data[(rest - first)..rest])
            number = (number << 8) | part;
        var begin = rest - sizeof(short);
        BinaryPrimitives.WriteInt16BigEndian(data[begin..], (short)(fields - 1));
        (Number, Row, _length) = (number, _buffer.AsMemory(_start + begin, length - begin), length);
    }
}
