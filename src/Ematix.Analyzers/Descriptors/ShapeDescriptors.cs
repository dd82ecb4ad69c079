using Ematix.Rules;
using Microsoft.CodeAnalysis;

namespace Ematix.Analyzers;

/// <summary>What is reported about the shape of a view's type and members.</summary>
internal static class ShapeDescriptors
{
    private const string Category = "EmatixFlow.Shape";

    public static readonly DiagnosticDescriptor NotPartial = new(
        "EMX0001", NotPartialRule.Title, NotPartialRule.Message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks.Base + "EMX0001.md");

    public static readonly DiagnosticDescriptor ContainingTypeNotPartial = new(
        "EMX0002", ContainingTypeNotPartialRule.Title, ContainingTypeNotPartialRule.Message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks.Base + "EMX0002.md");

    public static readonly DiagnosticDescriptor UnusableType = new(
        "EMX0003", UnusableTypeRule.Title, UnusableTypeRule.Message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks.Base + "EMX0003.md");

    public static readonly DiagnosticDescriptor NoFeature = new(
        "EMX0004", NoFeatureRule.Title, NoFeatureRule.Message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks.Base + "EMX0004.md");

    public static readonly DiagnosticDescriptor UnsettableProperty = new(
        "EMX0005", UnsettablePropertyRule.Title, UnsettablePropertyRule.Message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks.Base + "EMX0005.md");

    public static readonly DiagnosticDescriptor MemberNameTaken = new(
        "EMX0006", MemberNameTakenRule.Title, MemberNameTakenRule.Message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks.Base + "EMX0006.md");

    public static readonly DiagnosticDescriptor UnconstructibleType = new(
        "EMX0007", UnconstructibleTypeRule.Title, UnconstructibleTypeRule.Message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks.Base + "EMX0007.md");

    public static readonly DiagnosticDescriptor ColumnsInSeveralParts = new(
        "EMX0008", ColumnsInSeveralPartsRule.Title, ColumnsInSeveralPartsRule.Message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks.Base + "EMX0008.md");

    public static readonly DiagnosticDescriptor[] All =
    [
        NotPartial, ContainingTypeNotPartial, UnusableType, NoFeature, UnsettableProperty, MemberNameTaken, UnconstructibleType,
        ColumnsInSeveralParts,
    ];
}
