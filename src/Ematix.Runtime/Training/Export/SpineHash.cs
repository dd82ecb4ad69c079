using System.Buffers.Binary;
using System.Security.Cryptography;
using Apache.Arrow;
using Apache.Arrow.Types;
using Ematix.Model;
using Ematix.Runtime;

namespace Ematix.Training;

/// <summary>A hash of rows that does not depend on their order: the sum of the rows' SHA-256, modulo 2^256.</summary>
internal sealed class SpineHash
{
    private const int Words = 4;

    private readonly int[] _columns;
    private readonly ColumnEncoder[] _encoders;
    private readonly CopyBuffer _buffer = new();
    private readonly ulong[] _sum = new ulong[Words];

    public SpineHash(Schema schema, IReadOnlyList<string> columns)
    {
        var covered = columns.Select(name => schema.GetFieldIndex(name, StringComparer.Ordinal))
            .Select(index => (Index: index, Type: TypeOf(schema.FieldsList[index].DataType)))
            .Where(column => column.Type is not null)
            .ToArray();
        _columns = [.. covered.Select(column => column.Index)];
        _encoders = [.. covered.Select(column => ColumnEncoders.Of(schema.FieldsList[column.Index].DataType, column.Type!))];
        Columns = [.. _columns.Select(column => schema.FieldsList[column].Name)];
    }

    /// <summary>The columns that have a type of the database's.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>The hash in hexadecimal, most significant digit first.</summary>
    public string Text => string.Concat(_sum.Reverse().Select(word => word.ToString("x16", System.Globalization.CultureInfo.InvariantCulture)));

    public void Add(RecordBatch batch)
    {
        for (var i = 0; i < _encoders.Length; i++)
            _encoders[i].Bind(ArrowColumns.StorageOf(batch.Column(_columns[i])));
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        for (var row = 0; row < batch.Length; row++)
        {
            _buffer.Clear();
            foreach (var encoder in _encoders)
            {
                // What the database can't hold, such as an instant beyond its range, counts as what is wrong with it.
                if (encoder.Write(row, _buffer) is { } fault)
                    _buffer.Bytes(System.Text.Encoding.UTF8.GetBytes(fault));
            }

            SHA256.HashData(_buffer.Written.Span, hash);
            Sum(hash);
        }
    }

    private void Sum(ReadOnlySpan<byte> hash)
    {
        var carry = UInt128.Zero;
        for (var i = 0; i < Words; i++)
        {
            carry += (UInt128)_sum[i] + BinaryPrimitives.ReadUInt64BigEndian(hash[(8 * (Words - 1 - i))..]);
            _sum[i] = (ulong)carry;
            carry >>= 64;
        }
    }

    /// <summary>The type of the database's that holds an Arrow type, or null. Text is taken as bytes, whatever they are.</summary>
    private static ColumnType? TypeOf(IArrowType given) => (ArrowColumns.ElementOf(given) is null ? Enum.GetValues<ColumnKind>() : [])
        .Where(kind => kind is not (ColumnKind.Enum or ColumnKind.Json))
        .Select(kind => new ColumnType(kind))
        .Where(type => ArrowColumns.Judge(given, type) is null)
        .Select(type => type.Kind == ColumnKind.Text ? new ColumnType(ColumnKind.Bytes) : type)
        .FirstOrDefault();
}
