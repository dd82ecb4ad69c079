using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ematix.Analyzers;

/// <summary>Finds the arguments of the product's attributes in the source.</summary>
internal static class AttributeArguments
{
    /// <summary>Where an argument is written, by its name or its parameter's, on any of the product's attributes of the symbol; null where it is not.</summary>
    public static Location? Find(ISymbol symbol, string argument, CancellationToken cancellationToken) =>
        symbol.GetAttributes()
            .Where(attribute => attribute.AttributeClass?.ContainingNamespace is { Name: nameof(Ematix), ContainingNamespace.IsGlobalNamespace: true })
            .Select(attribute => Find(attribute, argument, cancellationToken))
            .FirstOrDefault(location => location is not null);

    private static Location? Find(AttributeData attribute, string argument, CancellationToken cancellationToken)
    {
        if (attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) is not AttributeSyntax { ArgumentList.Arguments: var written })
            return null;
        var parameter = attribute.AttributeConstructor?.Parameters.FirstOrDefault(parameter => parameter.Name == argument)?.Ordinal;
        var syntax = written.FirstOrDefault(each => Name(each) == argument) ?? written.Where((_, position) => position == parameter).FirstOrDefault();
        return syntax?.GetLocation();
    }

    private static string? Name(AttributeArgumentSyntax argument) =>
        argument.NameEquals?.Name.Identifier.ValueText ?? argument.NameColon?.Name.Identifier.ValueText;
}
