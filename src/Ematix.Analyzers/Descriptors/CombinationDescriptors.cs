using Ematix.Rules;
using Microsoft.CodeAnalysis;

namespace Ematix.Analyzers;

/// <summary>What is reported about arguments that must go together, or can't.</summary>
internal static class CombinationDescriptors
{
    private const string Category = "EmatixFlow.Combinations";

    public static readonly DiagnosticDescriptor TtlWithoutHistory = new(
        "EMX2001", TtlWithoutHistoryRule.Title, TtlWithoutHistoryRule.Message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks.Base + "EMX2001.md");

    public static readonly DiagnosticDescriptor OnlineWithoutHistory = new(
        "EMX2002", OnlineWithoutHistoryRule.Title, OnlineWithoutHistoryRule.Message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks.Base + "EMX2002.md");

    public static readonly DiagnosticDescriptor EventTimeInOtherMode = new(
        "EMX2003", EventTimeInOtherModeRule.Title, EventTimeInOtherModeRule.Message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks.Base + "EMX2003.md");

    public static readonly DiagnosticDescriptor Duration = new(
        "EMX2010", DurationRule.Title, DurationRule.Message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks.Base + "EMX2010.md");

    public static readonly DiagnosticDescriptor[] All =
    [
        TtlWithoutHistory, OnlineWithoutHistory, EventTimeInOtherMode, Duration,
    ];
}
