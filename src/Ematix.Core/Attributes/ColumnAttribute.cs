namespace Ematix;

/// <summary>Gives a column its database name. Without it the name is the property's in snake_case.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ColumnAttribute : Attribute
{
    /// <summary>Keeps the name derived from the property.</summary>
    public ColumnAttribute()
    {
    }

    /// <summary>Gives the column this name, to the letter.</summary>
    /// <param name="name">At most 63 bytes of UTF-8.</param>
    public ColumnAttribute(string name) => Name = name;

    /// <summary>The column's name, or null for the derived one.</summary>
    public string? Name { get; }

    /// <summary>The name that the column had before, so that evolving a table renames it instead of adding an empty one.</summary>
    public string? RenamedFrom { get; set; }

    /// <summary>What the feature means, for the catalog.</summary>
    public string? Description { get; set; }
}
