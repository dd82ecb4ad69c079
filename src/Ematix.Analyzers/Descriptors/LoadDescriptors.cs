using Ematix.Rules;
using Microsoft.CodeAnalysis;

namespace Ematix.Analyzers;

/// <summary>What is reported about the options of a load.</summary>
internal static class LoadDescriptors
{
    private const string Category = "EmatixFlow.Loads";

    public static readonly DiagnosticDescriptor FeatureSetWithUpdateColumns = new(
        "EMX2004", FeatureSetWithUpdateColumnsRule.Title, FeatureSetWithUpdateColumnsRule.Message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks.Base + "EMX2004.md");

    public static readonly DiagnosticDescriptor[] All = [FeatureSetWithUpdateColumns];
}
