namespace Ematix.Oracle;

/// <summary>A column as far as its values' meaning needs it.</summary>
/// <param name="Name">Its name in the database.</param>
/// <param name="Kind">The kind of its values, or of their elements.</param>
public sealed record OracleColumn(string Name, ValueKind Kind)
{
    public ColumnRole Role { get; init; } = ColumnRole.Feature;

    public bool IsNullable { get; init; }

    /// <summary>The digits of a numeric in all, and those after the point.</summary>
    public (int Precision, int Scale) Digits { get; init; }

    /// <summary>The greatest number of code points of a text, or null for any.</summary>
    public int? MaxLength { get; init; }

    public bool IsArray { get; init; }

    public bool HasNullableElements { get; init; }

    public IReadOnlyList<string> Members { get; init; } = [];
}
