using Ematix.Rules;
using Microsoft.CodeAnalysis;

namespace Ematix.Analyzers;

/// <summary>What is reported about column types, and names in the database.</summary>
internal static class NameDescriptors
{
    private const string Category = "EmatixFlow.Names";

    public static readonly DiagnosticDescriptor NoColumnType = new(
        "EMX3001", NoColumnTypeRule.Title, NoColumnTypeRule.Message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks.Base + "EMX3001.md");

    public static readonly DiagnosticDescriptor DecimalWithoutPrecision = new(
        "EMX3002", DecimalWithoutPrecisionRule.Title, DecimalWithoutPrecisionRule.Message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks.Base + "EMX3002.md");

    public static readonly DiagnosticDescriptor OutOfRange = new(
        "EMX3003", OutOfRangeRule.Title, OutOfRangeRule.Message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks.Base + "EMX3003.md");

    public static readonly DiagnosticDescriptor ReservedColumn = new(
        "EMX3004", ReservedColumnRule.Title, ReservedColumnRule.Message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks.Base + "EMX3004.md");

    public static readonly DiagnosticDescriptor SameColumn = new(
        "EMX3005", SameColumnRule.Title, SameColumnRule.Message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks.Base + "EMX3005.md");

    public static readonly DiagnosticDescriptor IdentifierLength = new(
        "EMX3006", IdentifierLengthRule.Title, IdentifierLengthRule.Message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks.Base + "EMX3006.md");

    public static readonly DiagnosticDescriptor IdentifierText = new(
        "EMX3007", IdentifierTextRule.Title, IdentifierTextRule.Message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks.Base + "EMX3007.md");

    public static readonly DiagnosticDescriptor SameTarget = new(
        "EMX3008", SameTargetRule.Title, SameTargetRule.Message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks.Base + "EMX3008.md");

    public static readonly DiagnosticDescriptor[] All =
    [
        NoColumnType, DecimalWithoutPrecision, OutOfRange, ReservedColumn, SameColumn, IdentifierLength, IdentifierText,
        SameTarget,
    ];
}
