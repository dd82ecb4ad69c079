using System.Collections.Immutable;
using Ematix.CodeAnalysis;
using Ematix.Generators.Emission;
using Ematix.Generators.Members;
using Ematix.Generators.Registry;
using Ematix.Generators.Rows;
using Ematix.Generators.Services;
using Ematix.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ematix.Generators;

/// <summary>
/// Writes the members of every <c>[FeatureView]</c> and <c>[FeatureService]</c>, and the registry of an assembly. It reports nothing: analyzers
/// report all, and a view or service that they refuse still gets its shape, so that one mistake is one error.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class FeatureViewGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var views = context.SyntaxProvider
            .ForAttributeWithMetadataName(KnownNames.FeatureViewAttribute, IsClass, ParseView)
            .SelectMany(static (view, _) => view is null ? ImmutableArray<ViewDeclaration>.Empty : [view])
            .WithTrackingName(TrackingNames.Views);

        var services = context.SyntaxProvider
            .ForAttributeWithMetadataName(KnownNames.FeatureServiceAttribute, IsClass, ParseService)
            .SelectMany(static (service, _) => service is null ? ImmutableArray<ServiceDeclaration>.Empty : [service])
            .WithTrackingName(TrackingNames.Services);

        var twins = views
            .Select(static (view, _) => TypeNames.MetadataName(view.Type))
            .Collect()
            .Combine(services.Select(static (service, _) => TypeNames.MetadataName(service.Type)).Collect())
            .Select(static (names, _) => HintNames.Twins(names.Left.AddRange(names.Right)))
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
        context.RegisterSourceOutput(services.Combine(twins), static (output, pair) => EmitService(output, pair.Left, pair.Right));
        context.RegisterSourceOutput(names.Combine(rootNamespace), static (output, pair) => EmitRegistry(output, pair.Left, pair.Right));
    }

    private static bool IsClass(SyntaxNode node, CancellationToken cancellationToken) =>
        node is ClassDeclarationSyntax or RecordDeclarationSyntax;

    /// <summary>Symbol → model. Null where nothing can be emitted.</summary>
    private static ViewDeclaration? ParseView(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken) =>
        IsFirst(context, KnownNames.FeatureViewAttribute)
        && FeatureViewParser.Parse((INamedTypeSymbol)context.TargetSymbol, cancellationToken) is { Type.CanHaveGeneratedPart: true } view ? view : null;

    /// <summary>The same for a service. Of a type that is a view, too, the view is written.</summary>
    private static ServiceDeclaration? ParseService(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken) =>
        IsFirst(context, KnownNames.FeatureServiceAttribute)
        && FeatureServiceParser.Parse((INamedTypeSymbol)context.TargetSymbol, cancellationToken) is { IsView: false, Type.CanHaveGeneratedPart: true } service ? service : null;

    /// <summary>Whether the part is the one with the type's first attribute: another part with one would write the same files.</summary>
    private static bool IsFirst(GeneratorAttributeSyntaxContext context, string attributeName)
    {
        var attribute = context.TargetSymbol.Find(attributeName)?.ApplicationSyntaxReference;
        return attribute?.SyntaxTree == context.TargetNode.SyntaxTree && context.TargetNode.Span.Contains(attribute.Span);
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

    private static void EmitService(SourceProductionContext output, ServiceDeclaration declaration, EquatableArray<string> twins)
    {
        var service = new GeneratedService(declaration);
        var name = HintNames.Of(service.Type, twins);
        output.AddSource(name + HintNames.Members, ServiceMembersEmitter.Emit(service));
        output.AddSource(name + HintNames.Row, ServiceRowEmitter.Emit(service));
    }

    private static void EmitRegistry(SourceProductionContext output, EquatableArray<string> views, string rootNamespace)
    {
        if (views.Count > 0)
            output.AddSource(HintNames.Registry, RegistryEmitter.Emit(views, rootNamespace));
    }
}
