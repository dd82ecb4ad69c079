namespace Ematix;

/// <summary>A binary COPY stream is not what the statement that sends it promises: it is cut off, or has other columns or widths. No row beyond it was handed out.</summary>
public sealed class CopyStreamException : EmatixException
{
    internal CopyStreamException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}

/// <summary>A stored value has no equal in the type that a result is read into, such as an infinite instant in an Arrow timestamp.</summary>
public sealed class UnreadableValueException : EmatixException
{
    internal UnreadableValueException(string column, long row, string fault)
        : base(string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"Column \"{column}\" of row {row} of the result {fault}. The row was not read, nor those after it. Correct the stored value, or leave the column out.")) =>
        (Column, Row) = (column, row);

    /// <summary>The column's name in the result.</summary>
    public string Column { get; }

    /// <summary>The row of the result, counted from 1.</summary>
    public long Row { get; }
}
