using System.Collections.Immutable;
using Ematix.CodeAnalysis;
using Ematix.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Ematix.Analyzers;

/// <summary>Reports options of a load that exclude each other, where <c>SyncOptions&lt;TView&gt;</c> is created or copied. The runtime checks the same rules when it loads.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LoadOptionsAnalyzer : DiagnosticAnalyzer
{
    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> ById = LoadDescriptors.All.ToImmutableDictionary(descriptor => descriptor.Id);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [.. LoadDescriptors.All];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            var optionTypes = start.Compilation.GetTypesByMetadataName("Ematix.SyncOptions`1");
            if (!optionTypes.IsEmpty)
                start.RegisterOperationAction(operation => Analyze(operation, optionTypes), OperationKind.ObjectCreation, OperationKind.With);
        });
    }

    private static void Analyze(OperationAnalysisContext context, ImmutableArray<INamedTypeSymbol> optionTypes)
    {
        // What is copied at once is judged with the copy, which may change it.
        if (WrittenOptions.Initializer(context.Operation) is null
            || context.Operation.Parent is IWithOperation
            || context.Operation.Type is not INamedTypeSymbol { TypeArguments: [INamedTypeSymbol view] } type
            || !optionTypes.Contains(type.OriginalDefinition, SymbolEqualityComparer.Default))
        {
            return;
        }

        var options = WrittenOptions.Of(context.Operation);
        if (options.IsEmpty || FeatureViewParser.Parse(view, context.CancellationToken) is not { } declaration)
            return;
        foreach (var violation in RuleCatalog.CheckLoad(declaration.View, options.ToModel(new WrittenColumns(view, declaration.View))))
        {
            if (options.Find(violation.Site)?.Syntax is { } place)
                context.ReportDiagnostic(Diagnostic.Create(ById[violation.Rule.Id], place.GetLocation(), violation.Arguments.ToArray<object>()));
        }
    }
}
