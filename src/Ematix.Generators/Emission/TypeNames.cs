using Ematix.Model;

namespace Ematix.Generators.Emission;

/// <summary>The names of a view's type.</summary>
internal static class TypeNames
{
    /// <summary>The type for code anywhere: <c>global::Shop.Reports.UserFeatures</c>.</summary>
    public static string FullName(TypeShape type) =>
        "global::" + string.Join(".", Parts(type).SelectMany(part => part.Split('.')).Select(CSharp.Identifier));

    /// <summary>The type for the name of a file, where a nested type is told from one in a namespace: <c>Shop.Reports+UserFeatures</c>.</summary>
    public static string MetadataName(TypeShape type)
    {
        var nested = string.Join("+", type.ContainingTypes.Select(outer => outer.Name).Append(type.Name));
        return type.Namespace.Length == 0 ? nested : $"{type.Namespace}.{nested}";
    }

    private static IEnumerable<string> Parts(TypeShape type)
    {
        if (type.Namespace.Length > 0)
            yield return type.Namespace;
        foreach (var outer in type.ContainingTypes)
            yield return outer.Name;
        yield return type.Name;
    }
}
