using Ematix.Model;

namespace Ematix.Rules;

/// <summary>Every rule there is. Analyzers report what these find while compiling; the runtime throws with the same ids for what is known only then.</summary>
internal static class RuleCatalog
{
    /// <summary>The rules about one view.</summary>
    public static readonly IReadOnlyList<IViewRule> ViewRules =
    [
        new NotPartialRule(), new ContainingTypeNotPartialRule(), new UnusableTypeRule(), new NoFeatureRule(),
        new UnsettablePropertyRule(), new MemberNameTakenRule(), new UnconstructibleTypeRule(), new ColumnsInSeveralPartsRule(),
        new NoKeyRule(), new NullableKeyRule(), new UnusableKeyTypeRule(),
        new EventTimeTypeRule(), new NullableEventTimeRule(), new SeveralEventTimesRule(), new EventTimeIsKeyRule(),
        new TtlWithoutHistoryRule(), new OnlineWithoutHistoryRule(), new EventTimeInOtherModeRule(), new DurationRule(),
        new NoColumnTypeRule(), new DecimalWithoutPrecisionRule(), new OutOfRangeRule(),
        new ReservedColumnRule(), new SameColumnRule(), new IdentifierLengthRule(), new IdentifierTextRule(),
    ];

    /// <summary>The rules about two views of one project.</summary>
    public static readonly IReadOnlyList<IViewPairRule> PairRules = [new SameTargetRule()];

    /// <summary>The rules about one service: of those about a type and its properties, what concerns services too; and their own.</summary>
    public static readonly IReadOnlyList<IServiceRule> ServiceRules =
    [
        .. ViewRules.OfType<IServiceRule>(), new UnjoinableMemberRule(), new SameOutputNameRule(),
    ];

    /// <summary>The rules about a view together with the options of a load.</summary>
    public static readonly IReadOnlyList<ILoadRule> LoadRules =
    [
        new FeatureSetWithUpdateColumnsRule(), new WindowWithoutEventTimeRule(), new EmptyWindowRule(),
        new HandleDeletesInOtherModeRule(), new DeletesUnknownRule(), new IncrementalColumnRule(), new LoadDurationRule(),
        new EventTimeNotComparedRule(), new FeatureWithoutValueRule(), new LateArrivalsRule(), new KeyAmongColumnsRule(),
        new ColumnsInOtherModeRule(), new FeatureSetOutOfOrderRule(),
    ];

    /// <summary>The rules about calls, which only who reads the code can judge.</summary>
    public static readonly IReadOnlyList<RuleInfo> UseRules = [SqlTextRule.Info];

    /// <summary>What all rules say, by id: once where a rule about views and one about loads say the same.</summary>
    public static readonly IReadOnlyList<RuleInfo> All =
    [
        .. ViewRules.Select(rule => rule.Info)
            .Concat(PairRules.Select(rule => rule.Info))
            .Concat(ServiceRules.Select(rule => rule.Info))
            .Concat(LoadRules.Select(rule => rule.Info))
            .Concat(UseRules)
            .Distinct()
            .OrderBy(info => info.Id, StringComparer.Ordinal),
    ];

    /// <summary>Every breach in the declaration of a view.</summary>
    public static IEnumerable<Violation> CheckView(ViewDeclaration declaration) => ViewRules.SelectMany(rule => rule.Check(declaration));

    /// <summary>Every breach in a view against one that is declared before it in the same project.</summary>
    public static IEnumerable<Violation> CheckPair(ViewTarget view, ViewTarget earlier) => PairRules.SelectMany(rule => rule.Check(view, earlier));

    /// <summary>Every breach in the declaration of a service.</summary>
    public static IEnumerable<Violation> CheckService(ServiceDeclaration declaration) => ServiceRules.SelectMany(rule => rule.Check(declaration));

    /// <summary>Every breach in the options of a load of the view.</summary>
    public static IEnumerable<Violation> CheckLoad(FeatureViewModel view, LoadOptionsModel options) =>
        LoadRules.SelectMany(rule => rule.Check(view, options));
}
