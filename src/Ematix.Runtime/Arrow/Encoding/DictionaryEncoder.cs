using Apache.Arrow;

namespace Ematix.Runtime;

/// <summary>A column whose rows point into a dictionary of values; a row and what it points at may both be NULL.</summary>
internal sealed class DictionaryEncoder(ColumnEncoder values) : ColumnEncoder
{
    private IArrowArray _indices = null!;
    private ArrayData _rows = null!;

    public override void Bind(IArrowArray array)
    {
        var dictionary = (DictionaryArray)array;
        (_indices, _rows) = (dictionary.Indices, dictionary.Data);
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

    private int Index(int row) => DictionaryIndex.Of(_rows, _rows.Offset + row);
}
