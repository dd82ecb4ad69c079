using Microsoft.CodeAnalysis.CSharp;

namespace Ematix.Generators.Emission;

/// <summary>Names of the user as C# source.</summary>
internal static class CSharp
{
    /// <summary>The identifier, escaped if it is a keyword anywhere.</summary>
    public static string Identifier(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None
            ? "@" + name
            : name;

    /// <summary>A name with dots, each part escaped.</summary>
    public static string Qualified(string name) => string.Join(".", name.Split('.').Select(Identifier));
}
