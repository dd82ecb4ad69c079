namespace Ematix;

/// <summary>A binary COPY stream is not what the statement that sends it promises: it is cut off, or has other columns or widths. No row beyond it was handed out.</summary>
public sealed class CopyStreamException : EmatixException
{
    internal CopyStreamException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}

/// <summary>A value, stored or of a spine, has no equal in the type that a result is read into, such as an infinite instant in an Arrow timestamp.</summary>
public sealed class UnreadableValueException : EmatixException
{
    private const string Remedy = "Correct the stored value, or leave the column out.";

    private readonly string _fault;

    internal UnreadableValueException(string column, long row, string fault)
        : this(column, row, fault, Remedy, null)
    {
    }

    private UnreadableValueException(string column, long row, string fault, string remedy, Exception? innerException)
        : base(
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Column \"{column}\" of row {row} of the result {fault}. The row was not read, nor those after it. {remedy}"),
            innerException) =>
        (Column, Row, _fault) = (column, row, fault);

    /// <summary>The column's name in the result.</summary>
    public string Column { get; }

    /// <summary>The row of the result, counted from 1.</summary>
    public long Row { get; }

    /// <summary>The same, where the result was a part of another.</summary>
    /// <param name="rowsBefore">The rows before that part.</param>
    /// <param name="remedy">What to do, where it is no stored value.</param>
    internal UnreadableValueException After(long rowsBefore, string? remedy) =>
        rowsBefore == 0 && remedy is null ? this : new(Column, Row + rowsBefore, _fault, remedy ?? Remedy, this);
}
