using System.Collections.Immutable;
using Ematix.CodeAnalysis;
using Ematix.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ematix.Analyzers;

/// <summary>Reports what is wrong in the declaration of a feature service.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FeatureServiceAnalyzer : DiagnosticAnalyzer
{
    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> ById =
        ShapeDescriptors.All.Concat(NameDescriptors.All).Concat(ServiceDescriptors.All)
            .Where(descriptor => RuleCatalog.ServiceRules.Any(rule => rule.Info.Id == descriptor.Id))
            .ToImmutableDictionary(descriptor => descriptor.Id);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [.. ById.Values];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (!start.Compilation.GetTypesByMetadataName(KnownNames.FeatureServiceAttribute).IsEmpty)
                start.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
        });
    }

    // Once for each type, however many parts it has.
    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (!SourceViews.MayBeView(type, context.CancellationToken) || FeatureServiceParser.Parse(type, context.CancellationToken) is not { } declaration)
            return;
        foreach (var violation in RuleCatalog.CheckService(declaration))
        {
            var location = ViolationLocator.Find(type, violation.Site, context.CancellationToken);
            context.ReportDiagnostic(Diagnostic.Create(ById[violation.Rule.Id], location, violation.Arguments.ToArray<object>()));
        }
    }
}
