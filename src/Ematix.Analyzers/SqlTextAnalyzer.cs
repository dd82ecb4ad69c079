using System.Collections.Immutable;
using Ematix.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Ematix.Analyzers;

/// <summary>Reports queries that are put together from values where <c>Source.Sql</c> and <c>Spine.Sql</c> take a string.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SqlTextAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [UseDescriptors.SqlText];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            ImmutableArray<INamedTypeSymbol> types = [.. start.Compilation.GetTypesByMetadataName("Ematix.Source"), .. start.Compilation.GetTypesByMetadataName("Ematix.Spine")];
            if (!types.IsEmpty)
                start.RegisterOperationAction(operation => Analyze(operation, types), OperationKind.Invocation);
        });
    }

    private static void Analyze(OperationAnalysisContext context, ImmutableArray<INamedTypeSymbol> types)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.Name != "Sql" || !types.Contains(call.TargetMethod.ContainingType, SymbolEqualityComparer.Default))
            return;
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter is { Name: "query", Type.SpecialType: SpecialType.System_String } && Flaw(argument.Value) is var (fact, remedy))
                context.ReportDiagnostic(Diagnostic.Create(UseDescriptors.SqlText, argument.Value.Syntax.GetLocation(), $"{call.TargetMethod.ContainingType.Name}.Sql", fact, remedy));
        }
    }

    private static (string Fact, string Remedy)? Flaw(IOperation? query)
    {
        while (query is IConversionOperation or IParenthesizedOperation)
            query = query is IConversionOperation conversion ? conversion.Operand : ((IParenthesizedOperation)query).Operand;
        return query switch
        {
            IInterpolatedStringOperation text when !text.Parts.OfType<IInterpolationOperation>().Any() => null,
            IInterpolatedStringOperation { ConstantValue.HasValue: true } => (SqlTextRule.IsConstant, SqlTextRule.WriteOut),
            IInterpolatedStringOperation => (SqlTextRule.IsString, SqlTextRule.PassItself),
            IBinaryOperation { ConstantValue.HasValue: true } parts => Flaw(parts.LeftOperand) ?? Flaw(parts.RightOperand),
            IBinaryOperation or IInvocationOperation { TargetMethod: { IsStatic: true, ContainingType.SpecialType: SpecialType.System_String, Name: "Concat" or "Format" or "Create" } } =>
                (SqlTextRule.PutTogether, SqlTextRule.PassInterpolation),
            IInvocationOperation { TargetMethod.ContainingType: { } type } when type.Is("System.FormattableString") => (SqlTextRule.PutTogether, SqlTextRule.PassInterpolation),
            IConditionalOperation either => Flaw(either.WhenTrue) ?? Flaw(either.WhenFalse),
            ICoalesceOperation either => Flaw(either.Value) ?? Flaw(either.WhenNull),
            ISwitchExpressionOperation choice => choice.Arms.Select(arm => Flaw(arm.Value)).FirstOrDefault(flaw => flaw is not null),
            _ => null,
        };
    }
}
