using Apache.Arrow;

namespace Ematix.Runtime;

/// <summary>Writes the values of one column as fields: a length, -1 for NULL, then the value.</summary>
internal abstract class ColumnEncoder
{
    /// <summary>Takes the column of the next batch.</summary>
    public abstract void Bind(IArrowArray array);

    /// <summary>Writes the field of a row, or says what is wrong with its value.</summary>
    public abstract string? Write(int row, CopyBuffer buffer);

    /// <summary>Whether a row is NULL.</summary>
    public abstract bool IsNull(int row);
}

/// <summary>A column of one type of array.</summary>
/// <param name="write">Writes length and value of a row that is not NULL, or says what is wrong with it.</param>
internal sealed class ColumnEncoder<TArray>(Func<TArray, int, CopyBuffer, string?> write) : ColumnEncoder
    where TArray : class, IArrowArray
{
    private TArray _array = null!;
    private bool _hasNulls;

    public override void Bind(IArrowArray array)
    {
        _array = (TArray)array;
        _hasNulls = array.NullCount > 0;
    }

    public override bool IsNull(int row) => _hasNulls && _array.IsNull(row);

    public override string? Write(int row, CopyBuffer buffer)
    {
        if (!IsNull(row))
            return write(_array, row, buffer);
        buffer.Int32(CopyFormat.Null);
        return null;
    }
}

/// <summary>A column without a value.</summary>
internal sealed class NullEncoder : ColumnEncoder
{
    public override void Bind(IArrowArray array)
    {
    }

    public override bool IsNull(int row) => true;

    public override string? Write(int row, CopyBuffer buffer)
    {
        buffer.Int32(CopyFormat.Null);
        return null;
    }
}
