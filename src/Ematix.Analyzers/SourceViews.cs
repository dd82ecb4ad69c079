using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ematix.Analyzers;

/// <summary>Finds the types of a compilation that may be feature views.</summary>
internal static class SourceViews
{
    /// <summary>Whether it is a class or a struct with an attribute: a look at its syntax, which spares most types the binding of attributes.</summary>
    public static bool MayBeView(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        type.TypeKind is TypeKind.Class or TypeKind.Struct
        && type.DeclaringSyntaxReferences.Any(part => part.GetSyntax(cancellationToken) is TypeDeclarationSyntax { AttributeLists.Count: > 0 });

    /// <summary>All that may be, in the order of files and lines.</summary>
    public static IEnumerable<INamedTypeSymbol> InOrder(Compilation compilation, CancellationToken cancellationToken)
    {
        var files = compilation.SyntaxTrees.Select((tree, position) => (tree, position)).ToDictionary(file => file.tree, file => file.position);
        return Types(compilation.Assembly.GlobalNamespace, cancellationToken)
            .Where(type => MayBeView(type, cancellationToken))
            .OrderBy(type => files[type.DeclaringSyntaxReferences[0].SyntaxTree])
            .ThenBy(type => type.DeclaringSyntaxReferences[0].Span.Start);
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        foreach (var member in container.GetMembers().OfType<INamespaceOrTypeSymbol>())
        {
            if (member is INamedTypeSymbol type)
                yield return type;
            foreach (var inner in Types(member, cancellationToken))
                yield return inner;
        }
    }
}
