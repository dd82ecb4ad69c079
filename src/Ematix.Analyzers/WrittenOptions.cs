using Ematix.Model;
using Ematix.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ematix.Analyzers;

/// <summary>The options that an expression sets for certain, and where. What may be null is left to the runtime, which knows.</summary>
internal sealed class WrittenOptions
{
    private readonly Dictionary<string, ISimpleAssignmentOperation> _set = new(StringComparer.Ordinal);
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);
    private bool _isCopyOfUnknown;

    /// <summary>Whether nothing is set for certain.</summary>
    public bool IsEmpty => _set.Count == 0;

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

    /// <summary>The options of a load of the view as the rules see them.</summary>
    public LoadOptionsModel ToModel(WrittenColumns columns)
    {
        var eventTimestamp = Value(nameof(LoadOptionsModel.EventTimestamp)) is { } column ? columns.Name(column) : null;
        var isEventTimeKnown = eventTimestamp is not null || IsLeftAlone(nameof(LoadOptionsModel.EventTimestamp));
        return new()
        {
            CompareColumns = Columns(nameof(LoadOptionsModel.CompareColumns)),
            UpdateColumns = Columns(nameof(LoadOptionsModel.UpdateColumns)),
            FeatureSet = Columns(nameof(LoadOptionsModel.FeatureSet)),
            IncrementalColumn = Constant(nameof(LoadOptionsModel.IncrementalColumn)) as string,
            HandleDeletes = Constant(nameof(LoadOptionsModel.HandleDeletes)) is int deletes ? (HandleDeletes)deletes : HandleDeletes.None,
            EventTimestamp = eventTimestamp,
            LateArrivals = Constant(nameof(LoadOptionsModel.LateArrivals)) is int late ? (LateArrivals)late : null,
            BackfillWindow = WrittenTimes.Window(Value(nameof(LoadOptionsModel.BackfillWindow))),
            HasBackfillWindow = _set.ContainsKey(nameof(LoadOptionsModel.BackfillWindow)),
            Ttl = WrittenTimes.Duration(Value(nameof(LoadOptionsModel.Ttl))),
            Lookback = WrittenTimes.Duration(Value(nameof(LoadOptionsModel.Lookback))),
        };

        // Whether a list leaves something out can't be told while the event time may be any column.
        ColumnSelection? Columns(string option) => Value(option) is not { } list ? null
            : isEventTimeKnown ? columns.Read(list) : columns.Read(list) with { IsComplete = false };
    }

    /// <summary>Where the option of a violation is set: the later of two that exclude each other.</summary>
    public IOperation? Find(ViolationSite site) => new[] { site.Argument, site.Rival }
        .Select(option => option is not null && _set.TryGetValue(option, out var place) ? place : null)
        .OrderByDescending(place => place?.Syntax.SpanStart)
        .FirstOrDefault();

    private IOperation? Value(string option) => _set.TryGetValue(option, out var place) ? place.Value.WithoutConversion() : null;

    private object? Constant(string option) => Value(option) is { ConstantValue: { HasValue: true, Value: var value } } ? value : null;

    // Whether the option is not mentioned, and can't come from what is copied.
    private bool IsLeftAlone(string option) => !_isCopyOfUnknown && !_open.Contains(option) && !_set.ContainsKey(option);

    private void Take(IOperation operation)
    {
        if (operation is IWithOperation copy)
            Take(copy.Operand);
        else if (operation is not IObjectCreationOperation)
            _isCopyOfUnknown = true;
        foreach (var each in Initializer(operation)?.Initializers ?? [])
        {
            if (each is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: var option } } assignment)
                Take(option, assignment);
        }
    }

    private void Take(string option, ISimpleAssignmentOperation assignment)
    {
        _set.Remove(option);
        _open.Remove(option);
        if (IsCertainlySet(assignment.Value.WithoutConversion()))
            _set[option] = assignment;
        else
            _open.Add(option);
    }

    private static bool IsCertainlySet(IOperation value) => value switch
    {
        { ConstantValue.HasValue: true } => value.ConstantValue.Value is not null,
        { Type.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } => IsNotNull(value),
        ICollectionExpressionOperation or IArrayCreationOperation or IObjectCreationOperation => true,
        { Type.IsValueType: true } => true,
        _ => IsNotNull(value),
    };

    private static bool IsNotNull(IOperation value) =>
        value.SemanticModel?.GetTypeInfo(value.Syntax).Nullability.FlowState == NullableFlowState.NotNull;
}
