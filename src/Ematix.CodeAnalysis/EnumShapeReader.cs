using Ematix.Model;
using Microsoft.CodeAnalysis;

namespace Ematix.CodeAnalysis;

/// <summary>Enum symbol → shape.</summary>
internal static class EnumShapeReader
{
    /// <summary>Reads the names; of several names of one value the first declared is the one that is written.</summary>
    public static EnumShape Read(INamedTypeSymbol type)
    {
        var members = new List<string>();
        var aliases = new List<string>();
        var values = new HashSet<object>();
        foreach (var field in type.GetMembers().OfType<IFieldSymbol>().Where(field => field.ConstantValue is not null))
            (values.Add(field.ConstantValue!) ? members : aliases).Add(field.Name);
        return new EnumShape(type.ToCode(), members.ToEquatableArray(), aliases.ToEquatableArray());
    }
}
