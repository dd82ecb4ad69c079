namespace Ematix.Model;

/// <summary>The type of a column: its kind and what narrows it.</summary>
/// <param name="Kind">The row of the type map.</param>
public sealed record ColumnType(ColumnKind Kind)
{
    /// <summary>The number of digits of a numeric column; 0 where it is not given.</summary>
    public int Precision { get; init; }

    /// <summary>The digits after the point of a numeric column.</summary>
    public int Scale { get; init; }

    /// <summary>The greatest number of characters of a text column, or null for any.</summary>
    public int? MaxLength { get; init; }

    /// <summary>Whether the column is an array of the kind.</summary>
    public bool IsArray { get; init; }

    /// <summary>Whether elements of an array may be NULL.</summary>
    public bool HasNullableElements { get; init; }

    /// <summary>The names that an enum column may hold, in declaration order.</summary>
    public EquatableArray<string> EnumMembers { get; init; }
}
