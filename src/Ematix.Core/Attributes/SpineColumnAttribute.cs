namespace Ematix;

/// <summary>Marks a property of a feature service as a column of the spine that is passed through: a label, a weight, an id.</summary>
/// <remarks>
/// A table, a query or record batches may lack the column, as what a model is to score has no label; one of another type is refused with a <c>SpineSchemaException</c>. Integers may be narrower, numerics may have
/// any precision.
/// </remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SpineColumnAttribute : Attribute
{
    /// <summary>The column has the property's name in snake_case.</summary>
    public SpineColumnAttribute()
    {
    }

    /// <summary>The column has this name, to the letter.</summary>
    /// <param name="name">The column of the spine.</param>
    public SpineColumnAttribute(string name) => Name = name;

    /// <summary>The column's name, or null for the derived one.</summary>
    public string? Name { get; }
}
