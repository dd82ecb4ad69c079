using Ematix.Rules;
using Microsoft.CodeAnalysis;

namespace Ematix.Analyzers;

/// <summary>What is reported about feature services.</summary>
internal static class ServiceDescriptors
{
    private const string Category = "EmatixFlow.Services";

    public static readonly DiagnosticDescriptor UnjoinableMember = new(
        "EMX5006", UnjoinableMemberRule.Title, UnjoinableMemberRule.Message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks.Base + "EMX5006.md");

    public static readonly DiagnosticDescriptor SameOutputName = new(
        "EMX5007", SameOutputNameRule.Title, SameOutputNameRule.Message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks.Base + "EMX5007.md");

    public static readonly DiagnosticDescriptor[] All = [UnjoinableMember, SameOutputName];
}
