using Ematix.Rules;
using Microsoft.CodeAnalysis;

namespace Ematix.Analyzers;

/// <summary>What is reported where the product is called.</summary>
internal static class UseDescriptors
{
    private const string Category = "EmatixFlow.Use";

    public static readonly DiagnosticDescriptor SqlText = new(
        "EMX4002", SqlTextRule.Title, SqlTextRule.Message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks.Base + "EMX4002.md");
}
