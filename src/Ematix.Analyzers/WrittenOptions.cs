using Ematix.Model;
using Ematix.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ematix.Analyzers;

/// <summary>The options that an expression sets for certain, and where. What may be null is left to the runtime, which knows.</summary>
internal sealed class WrittenOptions
{
    private readonly Dictionary<string, IOperation> _set = new(StringComparer.Ordinal);

    /// <summary>The part in braces of a creation or a copy, or null.</summary>
    public static IObjectOrCollectionInitializerOperation? Initializer(IOperation operation) => operation switch
    {
        IObjectCreationOperation creation => creation.Initializer,
        IWithOperation copy => copy.Initializer,
        _ => null,
    };

    /// <summary>Reads <c>new() { … }</c> and <c>… with { … }</c>, copies of copies too.</summary>
    public static WrittenOptions Of(IOperation operation)
    {
        var options = new WrittenOptions();
        options.Take(operation);
        return options;
    }

    /// <summary>The options as the rules see them.</summary>
    public LoadOptionsModel ToModel() => new()
    {
        CompareColumns = Columns(nameof(LoadOptionsModel.CompareColumns)),
        UpdateColumns = Columns(nameof(LoadOptionsModel.UpdateColumns)),
        FeatureSet = Columns(nameof(LoadOptionsModel.FeatureSet)),
    };

    /// <summary>Where the option of a violation is set: the later of two that exclude each other.</summary>
    public IOperation? Find(ViolationSite site) => new[] { site.Argument, site.Rival }
        .Select(option => option is not null && _set.TryGetValue(option, out var place) ? place : null)
        .OrderByDescending(place => place?.Syntax.SpanStart)
        .FirstOrDefault();

    // Which columns are named is not read: no rule asks for it yet.
    private ColumnSelection? Columns(string option) => _set.ContainsKey(option) ? new ColumnSelection([], IsComplete: false) : null;

    private void Take(IOperation operation)
    {
        if (operation is IWithOperation copy)
            Take(copy.Operand);
        foreach (var each in Initializer(operation)?.Initializers ?? [])
        {
            if (each is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: var option } } assignment)
                Take(option, assignment);
        }
    }

    private void Take(string option, ISimpleAssignmentOperation assignment)
    {
        if (IsCertainlySet(assignment.Value))
            _set[option] = assignment;
        else
            _set.Remove(option);
    }

    private static bool IsCertainlySet(IOperation value)
    {
        while (value is IConversionOperation { IsImplicit: true } conversion)
            value = conversion.Operand;
        return value switch
        {
            { ConstantValue.HasValue: true } => value.ConstantValue.Value is not null,
            ICollectionExpressionOperation or IArrayCreationOperation or IObjectCreationOperation => true,
            _ => value.SemanticModel?.GetTypeInfo(value.Syntax).Nullability.FlowState == NullableFlowState.NotNull,
        };
    }
}
