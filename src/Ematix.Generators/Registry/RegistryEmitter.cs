using Ematix.Generators.Emission;
using Ematix.Model;

namespace Ematix.Generators.Registry;

/// <summary>The file that lists the views of the assembly, and tells tools where.</summary>
internal static class RegistryEmitter
{
    private const string Class = "FeatureViews";

    /// <param name="views">The views' full names, in ordinal order.</param>
    /// <param name="space">The project's root namespace, or empty.</param>
    public static string Emit(EquatableArray<string> views, string space)
    {
        var fullName = space.Length == 0 ? Class : $"{CSharp.Qualified(space)}.{Class}";
        var code = GeneratedFile.Begin()
            .Lines("#pragma warning disable CS0436 // An assembly that shows its internals may have a registry of this name too; ours is meant.")
            .Member()
            .Lines($"[assembly: global::Ematix.FeatureViewRegistry(typeof(global::{fullName}))]");
        if (space.Length > 0)
            code.Member().Lines($"namespace {CSharp.Qualified(space)};");
        return code.Member()
            .Open($"""
                /// <summary>The feature views of this assembly. Nothing runs before it is asked for.</summary>
                {GeneratedFile.GeneratedCode}
                internal static class {Class}
                """)
            .Lines("/// <summary>All of them, in the order of their names.</summary>")
            .Lines("public static global::System.Collections.Generic.IReadOnlyList<global::Ematix.FeatureViewEntry> All { get; } =")
            .Entries(views)
            .Close()
            .ToString();
    }

    private static CodeWriter Entries(this CodeWriter code, EquatableArray<string> views)
    {
        code.OpenList();
        foreach (var view in views)
            code.Lines($"global::Ematix.FeatureViewEntry.Of<{view}>(),");
        return code.CloseList(";");
    }
}
