namespace Ematix.Model;

/// <summary>A property of a feature view as C# declares it.</summary>
internal sealed record PropertyShape
{
    /// <summary>The property's name, without <c>@</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The CLR type for generated code: fully qualified, with nullability.</summary>
    public required string ClrType { get; init; }

    /// <summary>The CLR type for messages, as a reader would write it.</summary>
    public required string DisplayType { get; init; }

    /// <summary>The column type, or null where the CLR type has none.</summary>
    public ColumnType? ColumnType { get; init; }

    /// <summary>Whether the CLR type can't be resolved: then there is no column, and nothing to say that the compiler does not say.</summary>
    public bool HasErrorType { get; init; }

    /// <summary>The column's name: given or derived.</summary>
    public required string Column { get; init; }

    /// <summary>The column's former name, or null.</summary>
    public string? RenamedFrom { get; init; }

    /// <summary>What the feature means, or null.</summary>
    public string? Description { get; init; }

    /// <summary>The enum behind an enum column, else null.</summary>
    public EnumShape? Enum { get; init; }

    /// <summary>Whether null is a value of the property.</summary>
    public bool IsNullable { get; init; }

    /// <summary>Whether any attribute of the product stands on it (<c>[NotAFeature]</c> aside).</summary>
    public bool IsTagged { get; init; }

    public bool IsKey { get; init; }

    public bool IsEventTime { get; init; }

    /// <summary>Whether it carries <c>[NotAFeature]</c>.</summary>
    public bool IsExcluded { get; init; }

    /// <summary>Whether generated code, inside the type, can set it and read it back: it has <c>get</c>, and <c>set</c> or <c>init</c>, is public, of the instance, and no indexer.</summary>
    public bool IsSettable { get; init; }

    /// <summary>Whether an object initializer must set it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether it carries <c>[Numeric]</c>; precision and scale are in <see cref="ColumnType"/>.</summary>
    public bool HasNumeric { get; init; }

    /// <summary>The number of the declaring part of the type: 0 for the first that declares a column.</summary>
    public int Part { get; init; }

    /// <summary>Whether the view's table has a column for it.</summary>
    public bool IsColumn => IsSettable && !IsExcluded && ColumnType is not null;
}

/// <summary>An enum that a column holds by its members' names.</summary>
/// <param name="ClrType">The enum, fully qualified.</param>
/// <param name="Members">One name for each distinct value, in declaration order.</param>
/// <param name="Aliases">Further names of the same values: read, never written.</param>
internal sealed record EnumShape(string ClrType, EquatableArray<string> Members, EquatableArray<string> Aliases);
