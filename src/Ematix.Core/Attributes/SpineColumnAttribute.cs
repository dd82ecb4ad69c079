namespace Ematix;

/// <summary>Marks a property of a feature service as a column of the spine that is passed through: a label, a weight, an id.</summary>
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
