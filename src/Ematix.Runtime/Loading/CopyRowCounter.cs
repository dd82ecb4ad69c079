using System.Buffers.Binary;

namespace Ematix.Loading;

/// <summary>
/// Counts the rows of binary COPY data that passes by in chunks of any size: after the header, each row is a number of fields (two bytes), and each field
/// a length (four bytes; negative for NULL) and so many bytes (https://www.postgresql.org/docs/current/sql-copy.html, Binary Format).
/// </summary>
internal sealed class CopyRowCounter
{
    private int _fields;
    private int _skip;
    private int _number;
    private int _numberBytes;

    /// <summary>The rows begun so far.</summary>
    public long Rows { get; private set; }

    /// <summary>Takes the next chunk; the first begins after the header.</summary>
    public void Add(ReadOnlySpan<byte> data)
    {
        while (true)
        {
            var skipped = Math.Min(_skip, data.Length);
            _skip -= skipped;
            data = data[skipped..];
            if (data.IsEmpty)
                return;
            if (_fields > 0)
            {
                if (!TryRead(ref data, sizeof(int)))
                    return;
                _skip = Math.Max(_number, 0);
                _fields--;
            }
            else
            {
                if (!TryRead(ref data, sizeof(short)))
                    return;
                // The data ends with -1 fields.
                _fields = Math.Max((int)(short)_number, 0);
                Rows += (short)_number < 0 ? 0 : 1;
            }
        }
    }

    /// <summary>Reads a number that may come in parts.</summary>
    private bool TryRead(ref ReadOnlySpan<byte> data, int size)
    {
        if (_numberBytes == 0 && data.Length >= size)
        {
            _number = size == sizeof(int) ? BinaryPrimitives.ReadInt32BigEndian(data) : BinaryPrimitives.ReadInt16BigEndian(data);
            data = data[size..];
            return true;
        }

        for (_number = _numberBytes == 0 ? 0 : _number; _numberBytes < size; _numberBytes++, data = data[1..])
        {
            if (data.IsEmpty)
                return false;
            _number = (_number << 8) | data[0];
        }

        _numberBytes = 0;
        return true;
    }
}
