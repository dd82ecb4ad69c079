using System.Collections.Immutable;
using Ematix.CodeAnalysis;
using Ematix.Generators.Emission;
using Ematix.Generators.Members;
using Ematix.Generators.Registry;
using Ematix.Generators.Rows;
using Ematix.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ematix.Generators;

/// <summary>
/// Writes the members of every <c>[FeatureView]</c> and the registry of an assembly. It reports nothing: analyzers report all, and a view
/// that they refuse still gets its shape, so that one mistake is one error.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class FeatureViewGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var views = context.SyntaxProvider
            .ForAttributeWithMetadataName(KnownNames.FeatureViewAttribute, IsClass, Parse)
            .SelectMany(static (view, _) => view is null ? ImmutableArray<ViewDeclaration>.Empty : [view])
            .WithTrackingName(TrackingNames.Views);

        var twins = views
            .Select(static (view, _) => TypeNames.MetadataName(view.Type))
            .Collect()
            .Select(static (names, _) => HintNames.Twins(names))
            .WithTrackingName(TrackingNames.Twins);

        var names = views
            .Select(static (view, _) => TypeNames.FullName(view.Type))
            .Collect()
            .Select(static (names, _) => names.OrderBy(name => name, StringComparer.Ordinal).ToEquatableArray())
            .WithTrackingName(TrackingNames.Names);

        var rootNamespace = context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) => RootNamespace.Of(options))
            .WithTrackingName(TrackingNames.RootNamespace);

        context.RegisterSourceOutput(views.Combine(twins), static (output, pair) => EmitView(output, pair.Left, pair.Right));
        context.RegisterSourceOutput(names.Combine(rootNamespace), static (output, pair) => EmitRegistry(output, pair.Left, pair.Right));
    }

    private static bool IsClass(SyntaxNode node, CancellationToken cancellationToken) =>
        node is ClassDeclarationSyntax or RecordDeclarationSyntax;

    /// <summary>Symbol → model. Null where nothing can be emitted, and for all parts of a type but the one with its first attribute.</summary>
    private static ViewDeclaration? Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        var type = (INamedTypeSymbol)context.TargetSymbol;
        var attribute = type.Find(KnownNames.FeatureViewAttribute)?.ApplicationSyntaxReference;
        if (attribute?.SyntaxTree != context.TargetNode.SyntaxTree || !context.TargetNode.Span.Contains(attribute.Span))
            return null;
        return FeatureViewParser.Parse(type, cancellationToken) is { Type.CanHaveGeneratedPart: true } view ? view : null;
    }

    private static void EmitView(SourceProductionContext output, ViewDeclaration declaration, EquatableArray<string> twins)
    {
        var view = new GeneratedView(declaration);
        var name = HintNames.Of(view.Type, twins);
        output.AddSource(name + HintNames.Members, MembersEmitter.Emit(view));
        if (view.HasMember(GeneratedMembers.Sql))
            output.AddSource(name + HintNames.Sql, SqlEmitter.Emit(view));
        output.AddSource(name + HintNames.Row, RowEmitter.Emit(view));
    }

    private static void EmitRegistry(SourceProductionContext output, EquatableArray<string> views, string rootNamespace)
    {
        if (views.Count > 0)
            output.AddSource(HintNames.Registry, RegistryEmitter.Emit(views, rootNamespace));
    }
}
