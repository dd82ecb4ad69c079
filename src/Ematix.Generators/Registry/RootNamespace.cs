using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ematix.Generators.Registry;

/// <summary>The project's root namespace, made an identifier where a project's name is none.</summary>
internal static class RootNamespace
{
    /// <summary>Reads it from the build; empty where there is none.</summary>
    public static string Of(AnalyzerConfigOptionsProvider options) =>
        options.GlobalOptions.TryGetValue("build_property.RootNamespace", out var name) ? Sanitize(name) : "";

    /// <summary><c>my-app.2nd</c> → <c>my_app._2nd</c>.</summary>
    internal static string Sanitize(string name) =>
        string.Join(".", name.Split('.').Select(Part).Where(part => part.Length > 0));

    private static string Part(string part)
    {
        var text = string.Concat(part.Trim().Select(c => SyntaxFacts.IsIdentifierPartCharacter(c) ? c : '_'));
        return text.Length == 0 || SyntaxFacts.IsIdentifierStartCharacter(text[0]) ? text : "_" + text;
    }
}
