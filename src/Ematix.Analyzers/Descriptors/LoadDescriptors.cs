using Ematix.Rules;
using Microsoft.CodeAnalysis;

namespace Ematix.Analyzers;

/// <summary>What is reported about the options of a load.</summary>
internal static class LoadDescriptors
{
    private const string Category = "EmatixFlow.Loads";

    public static readonly DiagnosticDescriptor FeatureSetWithUpdateColumns = new(
        "EMX2004", FeatureSetWithUpdateColumnsRule.Title, FeatureSetWithUpdateColumnsRule.Message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks.Base + "EMX2004.md");

    public static readonly DiagnosticDescriptor WindowWithoutEventTime = new(
        "EMX2005", WindowWithoutEventTimeRule.Title, WindowWithoutEventTimeRule.Message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks.Base + "EMX2005.md");

    public static readonly DiagnosticDescriptor EmptyWindow = new(
        "EMX2006", EmptyWindowRule.Title, EmptyWindowRule.Message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks.Base + "EMX2006.md");

    public static readonly DiagnosticDescriptor HandleDeletesInOtherMode = new(
        "EMX2007", HandleDeletesInOtherModeRule.Title, HandleDeletesInOtherModeRule.Message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks.Base + "EMX2007.md");

    public static readonly DiagnosticDescriptor DeletesUnknown = new(
        "EMX2008", DeletesUnknownRule.Title, DeletesUnknownRule.Message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks.Base + "EMX2008.md");

    public static readonly DiagnosticDescriptor IncrementalColumn = new(
        "EMX2009", IncrementalColumnRule.Title, IncrementalColumnRule.Message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks.Base + "EMX2009.md");

    public static readonly DiagnosticDescriptor EventTimeNotCompared = new(
        "EMX2011", EventTimeNotComparedRule.Title, EventTimeNotComparedRule.Message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks.Base + "EMX2011.md");

    public static readonly DiagnosticDescriptor FeatureWithoutValue = new(
        "EMX2012", FeatureWithoutValueRule.Title, FeatureWithoutValueRule.Message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks.Base + "EMX2012.md");

    public static readonly DiagnosticDescriptor LateArrivals = new(
        "EMX2013", LateArrivalsRule.Title, LateArrivalsRule.Message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks.Base + "EMX2013.md");

    public static readonly DiagnosticDescriptor KeyAmongColumns = new(
        "EMX2014", KeyAmongColumnsRule.Title, KeyAmongColumnsRule.Message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks.Base + "EMX2014.md");

    public static readonly DiagnosticDescriptor ColumnsInOtherMode = new(
        "EMX2016", ColumnsInOtherModeRule.Title, ColumnsInOtherModeRule.Message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks.Base + "EMX2016.md");

    public static readonly DiagnosticDescriptor FeatureSetOutOfOrder = new(
        "EMX2017", FeatureSetOutOfOrderRule.Title, FeatureSetOutOfOrderRule.Message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLinks.Base + "EMX2017.md");

    public static readonly DiagnosticDescriptor[] All =
    [
        FeatureSetWithUpdateColumns, WindowWithoutEventTime, EmptyWindow, HandleDeletesInOtherMode, DeletesUnknown, IncrementalColumn,
        CombinationDescriptors.Duration, EventTimeNotCompared, FeatureWithoutValue, LateArrivals, KeyAmongColumns, ColumnsInOtherMode,
        FeatureSetOutOfOrder,
    ];
}
