using Ematix.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ematix.Analyzers;

/// <summary>Reads which of a view's columns an expression names through the generated <c>Columns</c>.</summary>
internal sealed class WrittenColumns(INamedTypeSymbol type, FeatureViewModel view)
{
    /// <summary>The columns of a list that is written out; of any other, none that is known.</summary>
    public ColumnSelection Read(IOperation list)
    {
        IEnumerable<IOperation>? elements = list switch
        {
            ICollectionExpressionOperation collection => collection.Elements,
            IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
            _ => null,
        };
        var names = elements?.Select(element => Name(element.WithoutConversion())).ToList();
        return new ColumnSelection((names ?? []).OfType<string>().ToEquatableArray(), IsComplete: names?.Contains(null) == false);
    }

    /// <summary>The database name of one column, or null where it is not written as a member of <c>Columns</c>.</summary>
    public string? Name(IOperation column) =>
        column is IPropertyReferenceOperation { Property: { IsStatic: true, ContainingType: { Name: GeneratedMembers.Columns } columns } property }
            && SymbolEqualityComparer.Default.Equals(columns.ContainingType, type)
        ? view.Columns.FirstOrDefault(each => each.Property == property.Name)?.Column
        : null;
}
