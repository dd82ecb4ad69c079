using System.Collections.Immutable;
using Ematix.CodeAnalysis;
using Ematix.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ematix.Analyzers;

/// <summary>Reports what is wrong in the declaration of a feature view. The rules themselves know no compiler: they judge the model, here as in the runtime.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FeatureViewAnalyzer : DiagnosticAnalyzer
{
    private static readonly ImmutableArray<DiagnosticDescriptor> Descriptors =
        [.. ShapeDescriptors.All, .. KeyDescriptors.All, .. CombinationDescriptors.All, .. NameDescriptors.All];

    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> ById = Descriptors.ToImmutableDictionary(descriptor => descriptor.Id);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Descriptors;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypesByMetadataName(KnownNames.FeatureViewAttribute).IsEmpty)
                return;
            var views = new ProjectViews(start.Compilation);
            start.RegisterSymbolAction(symbol => Analyze(symbol, views), SymbolKind.NamedType);
        });
    }

    // Once for each type, however many parts it has.
    private static void Analyze(SymbolAnalysisContext context, ProjectViews views)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (!SourceViews.MayBeView(type, context.CancellationToken) || FeatureViewParser.Parse(type, context.CancellationToken) is not { } declaration)
            return;
        var violations = RuleCatalog.CheckView(declaration).Concat(views.CheckAgainstEarlier(type, context.CancellationToken));
        foreach (var violation in violations)
        {
            var location = ViolationLocator.Find(type, violation.Site, context.CancellationToken);
            context.ReportDiagnostic(Diagnostic.Create(ById[violation.Rule.Id], location, violation.Arguments.ToArray<object>()));
        }
    }
}
