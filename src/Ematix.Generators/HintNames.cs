using System.Collections.Immutable;
using System.Globalization;
using Ematix.Generators.Emission;
using Ematix.Model;

namespace Ematix.Generators;

/// <summary>
/// The names of generated files. The compiler compares them without case, so names that differ by case only get a suffix; no other does,
/// and a view's file keeps its name when views come and go.
/// </summary>
internal static class HintNames
{
    public const string Registry = "FeatureViews.g.cs";

    public const string Members = ".g.cs";
    public const string Sql = ".Sql.g.cs";
    public const string Row = ".Row.g.cs";

    /// <summary>The common part of the names of a view or a service.</summary>
    public static string Of(TypeShape type, EquatableArray<string> twins)
    {
        var name = TypeNames.MetadataName(type);
        return twins.Contains(name) ? $"{name}-{Hash(name)}" : name;
    }

    /// <summary>The names of which a file meets another name's file, or the registry's.</summary>
    public static EquatableArray<string> Twins(ImmutableArray<string> names) => names
        .SelectMany(name => Files(name).Select(file => (Name: name, File: file)))
        .Append((Name: "", File: Registry))
        .GroupBy(each => each.File, StringComparer.OrdinalIgnoreCase)
        .Where(files => files.Count() > 1)
        .SelectMany(files => files.Select(each => each.Name))
        .Distinct()
        .OrderBy(name => name, StringComparer.Ordinal)
        .ToEquatableArray();

    private static string[] Files(string name) => [name + Members, name + Sql, name + Row];

    /// <summary>FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/): small, and the same everywhere; it only tells twins apart.</summary>
    private static string Hash(string name)
    {
        var hash = 2166136261u;
        foreach (var c in name)
            hash = unchecked((hash ^ c) * 16777619u);
        return hash.ToString("x8", CultureInfo.InvariantCulture);
    }
}
