using Ematix.Model;

namespace Ematix.Generators.Emission;

/// <summary>A type of the user of which some columns hold the names of an enum's members.</summary>
internal interface IEnumColumns
{
    /// <summary>The type.</summary>
    TypeShape Type { get; }

    /// <summary>Its name in messages.</summary>
    string DisplayName { get; }

    /// <summary>Those columns.</summary>
    IReadOnlyList<EnumColumn> EnumColumns { get; }
}

/// <summary>A column that holds names.</summary>
/// <param name="Property">The property.</param>
/// <param name="Column">The column.</param>
/// <param name="Enum">The enum.</param>
internal sealed record EnumColumn(string Property, string Column, EnumShape Enum);
