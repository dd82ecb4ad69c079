using Ematix.Rules;
using Microsoft.CodeAnalysis;

namespace Ematix.Analyzers;

/// <summary>What is reported about keys and event times.</summary>
internal static class KeyDescriptors
{
    private const string Category = "EmatixFlow.Keys";

    public static readonly DiagnosticDescriptor NoKey = new(
        "EMX1001", NoKeyRule.Title, NoKeyRule.Message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks.Base + "EMX1001.md");

    public static readonly DiagnosticDescriptor NullableKey = new(
        "EMX1002", NullableKeyRule.Title, NullableKeyRule.Message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks.Base + "EMX1002.md");

    public static readonly DiagnosticDescriptor UnusableKeyType = new(
        "EMX1003", UnusableKeyTypeRule.Title, UnusableKeyTypeRule.Message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks.Base + "EMX1003.md");

    public static readonly DiagnosticDescriptor EventTimeType = new(
        "EMX1004", EventTimeTypeRule.Title, EventTimeTypeRule.Message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks.Base + "EMX1004.md");

    public static readonly DiagnosticDescriptor NullableEventTime = new(
        "EMX1005", NullableEventTimeRule.Title, NullableEventTimeRule.Message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks.Base + "EMX1005.md");

    public static readonly DiagnosticDescriptor SeveralEventTimes = new(
        "EMX1006", SeveralEventTimesRule.Title, SeveralEventTimesRule.Message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks.Base + "EMX1006.md");

    public static readonly DiagnosticDescriptor EventTimeIsKey = new(
        "EMX1007", EventTimeIsKeyRule.Title, EventTimeIsKeyRule.Message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks.Base + "EMX1007.md");

    public static readonly DiagnosticDescriptor[] All =
    [
        NoKey, NullableKey, UnusableKeyType, EventTimeType, NullableEventTime, SeveralEventTimes, EventTimeIsKey,
    ];
}
