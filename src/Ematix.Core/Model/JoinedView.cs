namespace Ematix.Model;

/// <summary>A feature view as a service that joins it needs it: an edit of anything else leaves the service as it is.</summary>
internal sealed record JoinedView
{
    /// <summary>The type, for code anywhere.</summary>
    public required string FullName { get; init; }

    /// <summary>How loads keep the view.</summary>
    public SyncMode Mode { get; init; }

    /// <summary>Whether the view has its generated part.</summary>
    public bool IsGenerated { get; init; }

    /// <summary>The keys, in declaration order.</summary>
    public EquatableArray<JoinedKey> Keys { get; init; }

    /// <summary>The columns of the features, in declaration order; the event time is among them.</summary>
    public EquatableArray<string> Features { get; init; }
}

/// <summary>A key column of a joined view.</summary>
/// <param name="Property">The property.</param>
/// <param name="Column">The column.</param>
/// <param name="Type">The column's type.</param>
/// <param name="ClrType">The property's type for generated code, never null.</param>
/// <param name="Enum">The enum behind an enum column, else null.</param>
internal sealed record JoinedKey(string Property, string Column, ColumnType Type, string ClrType, EnumShape? Enum);
