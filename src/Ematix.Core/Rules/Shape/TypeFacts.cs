using Ematix.Model;

namespace Ematix.Rules;

/// <summary>What several rules ask about a view's type, so that one mistake is reported by one of them.</summary>
internal static class TypeFacts
{
    /// <summary>What makes the type unusable (EMX0003), in words; none for a usable one.</summary>
    public static IEnumerable<string> Flaws(this TypeShape type)
    {
        if (type.IsGeneric)
            yield return "generic";
        if (type.IsStatic)
            yield return "static";
        if (type.IsAbstract && !type.IsStatic)
            yield return "abstract";
        if (type.IsFileLocal)
            yield return "file-local";
        else if (!type.IsAccessible)
            yield return "private or protected, or inside a type that is";
    }

    /// <summary>Whether it is a struct, which EMX0007 refuses.</summary>
    public static bool IsStruct(this TypeShape type) => type.Keyword.EndsWith("struct", StringComparison.Ordinal);

    /// <summary>Whether the type as a whole is refused, by EMX0003 or EMX0007: then nothing is said about what it lacks.</summary>
    public static bool IsRefused(this TypeShape type) =>
        type.Flaws().Any() || type.IsStruct() || type.IsPositional || !type.HasParameterlessConstructor;
}
