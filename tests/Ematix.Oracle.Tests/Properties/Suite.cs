namespace Ematix.Oracle.Tests;

/// <summary>The cases that every run checks. Each group is one test class, so that groups run beside each other.</summary>
internal static class Suite
{
    public static readonly IReadOnlyList<FixedCases> Events =
    [
        new("with a time to live", new StoryProperty(Drivers.Spend), 25, 150),
        new("with another instant as event time, and an online table", new StoryProperty(Drivers.Order), 30, 150),
        new("of composite text keys, and an online view", new StoryProperty(Drivers.Reading), 25, 95),
        new("of composite numeric keys and no features", new StoryProperty(Drivers.Cell), 20, 60),
        new("in foreign sessions", new StoryProperty(Drivers.Spend), 15, 90) { Settings = Sessions.Foreign },
        new("with plans without loops", new StoryProperty(Drivers.Order), 15, 90) { Settings = Sessions.WithoutLoops },
        new("with plans without indexes", new StoryProperty(Drivers.Reading), 15, 60) { Settings = Sessions.WithoutIndexes },
    ];

    public static readonly IReadOnlyList<FixedCases> Snapshots =
    [
        new("that live for ever", new StoryProperty(Drivers.Profile), 25, 140),
        new("that are renewed, and an online view", new StoryProperty(Drivers.Stock), 30, 155),
        new("that are renewed after half a microsecond, and an online table", new StoryProperty(Drivers.Quote), 30, 140),
        new("with plans without hashes", new StoryProperty(Drivers.Quote), 15, 70) { Settings = Sessions.WithoutHashes },
    ];

    public static readonly IReadOnlyList<FixedCases> Rows =
    [
        new("brought up to date by newer events", new StoryProperty(Drivers.Account), 25, 100),
        new("brought up to date by every load", new StoryProperty(Drivers.Label), 20, 110),
        new("replaced", new StoryProperty(Drivers.Board), 10, 60),
        new("appended", new StoryProperty(Drivers.Trace), 10, 90),
        new("with plans without hashes", new StoryProperty(Drivers.Account), 10, 40) { Settings = Sessions.WithoutHashes },
    ];

    public static readonly IReadOnlyList<FixedCases> Types =
    [
        new("of every type", new StoryProperty(Drivers.Everything), 20, 120),
        new("of every type in foreign sessions", new StoryProperty(Drivers.Everything), 10, 70) { Settings = Sessions.Foreign },
        new("of random shape", new GeneratedProperty(), 16, 150),
    ];

    public static readonly IReadOnlyList<FixedCases> Training =
    [
        new("of events and snapshots", new TrainingProperty(Drivers.Spend, Drivers.Quote, Drivers.Stock), 3, 50) { SpineAnswers = 3000 },
        new("of composite keys", new TrainingProperty(Drivers.Reading, Drivers.Cell, Drivers.Order), 3, 50) { SpineAnswers = 2000 },
        new("of every type", new TrainingProperty(Drivers.Everything, Drivers.Profile), 2, 20) { SpineAnswers = 2000 },
        new("of random shape", new GeneratedTrainingProperty(), 2, 5) { SpineAnswers = 500 },
        new("in foreign sessions", new TrainingProperty(Drivers.Spend, Drivers.Everything), 2, 20) { SpineAnswers = 1000, Settings = Sessions.Foreign },
        new("with plans without hashes", new TrainingProperty(Drivers.Quote, Drivers.Reading), 1, 1) { SpineAnswers = 500, Settings = Sessions.WithoutHashes },
        new("with plans without loops", new TrainingProperty(Drivers.Spend, Drivers.Stock), 2, 1) { SpineAnswers = 500, Settings = Sessions.WithoutLoops },
    ];

    public static readonly IReadOnlyList<FixedCases> Evolving =
    [
        new("with an event time, and an online table", new EvolvingProperty(Drivers.OldVisit, Drivers.Visit, EvolvingSpecs.VisitNames), 15, 80),
        new("that are renewed, and an online view", new EvolvingProperty(Drivers.OldMember, Drivers.Member, EvolvingSpecs.MemberNames), 15, 80),
        new("of random shape", new EvolvingGeneratedProperty(), 5, 30),
    ];

    public static readonly IReadOnlyList<FixedCases> Relations =
    [
        new("one batch is any split in any order", new SplitProperty(Drivers.Spend), 15, 1),
        new("one batch is any split in any order, of composite keys", new SplitProperty(Drivers.Reading), 15, 1),
        new("what is new of a growing source is all of it", new GrowthProperty(Drivers.Spend), 8, 1),
        new("what is new of a growing source is all of it, in mode Merge", new GrowthProperty(Drivers.Account), 8, 1),
        new("what is new of a growing source is all of it, in mode Append", new GrowthProperty(Drivers.Trace), 6, 1),
        new("late rows of a growing source are looked back for", new LookbackProperty(Drivers.Spend), 10, 1),
        new("late rows of a growing source are looked back for, in mode Merge", new LookbackProperty(Drivers.Account), 10, 1),
        new("other keys change nothing", new OthersProperty(Drivers.Cell), 10, 1),
        new("other keys change nothing in snapshots", new OthersProperty(Drivers.Quote), 15, 1),
    ];

    /// <summary>All groups whose cases are compared with the oracle.</summary>
    public static IEnumerable<FixedCases> Stories => [.. Events, .. Snapshots, .. Rows, .. Types, .. Evolving];

    /// <summary>The names of a group's cases, as a theory takes them.</summary>
    public static TheoryData<string> Names(IReadOnlyList<FixedCases> group) => [.. group.Select(cases => cases.Name)];

    /// <summary>Checks the cases of a name.</summary>
    public static Task CheckAsync(this IReadOnlyList<FixedCases> group, string name, PostgresFixture postgres) => group.Single(cases => cases.Name == name).CheckAsync(postgres);
}
