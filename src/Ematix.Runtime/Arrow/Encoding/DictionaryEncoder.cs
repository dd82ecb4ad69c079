using Apache.Arrow;

namespace Ematix.Runtime;

/// <summary>A column whose rows point into a dictionary of values; a row and what it points at may both be NULL.</summary>
internal sealed class DictionaryEncoder(ColumnEncoder values) : ColumnEncoder
{
    private IArrowArray _indices = null!;

    public override void Bind(IArrowArray array)
    {
        var dictionary = (DictionaryArray)array;
        _indices = dictionary.Indices;
        values.Bind(ArrowColumns.StorageOf(dictionary.Dictionary));
    }

    public override bool IsNull(int row) => _indices.IsNull(row) || values.IsNull(Index(row));

    public override string? Write(int row, CopyBuffer buffer)
    {
        if (!_indices.IsNull(row))
            return values.Write(Index(row), buffer);
        buffer.Int32(CopyFormat.Null);
        return null;
    }

    private int Index(int row) => _indices switch
    {
        Int8Array indices => indices.Values[row],
        UInt8Array indices => indices.Values[row],
        Int16Array indices => indices.Values[row],
        UInt16Array indices => indices.Values[row],
        Int32Array indices => indices.Values[row],
        UInt32Array indices => checked((int)indices.Values[row]),
        Int64Array indices => checked((int)indices.Values[row]),
        UInt64Array indices => checked((int)indices.Values[row]),
        var other => throw new NotSupportedException($"A dictionary with indices of type {other.Data.DataType.Name} can't be read."),
    };
}
