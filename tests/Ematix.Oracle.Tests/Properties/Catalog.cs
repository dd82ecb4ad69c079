namespace Ematix.Oracle.Tests;

/// <summary>All properties, as the endless mode goes through them.</summary>
internal static class Catalog
{
    public static IReadOnlyList<Property> All() =>
    [
        new StoryProperty(Drivers.Spend),
        new GeneratedProperty(),
        new TrainingProperty(Drivers.Spend, Drivers.Quote, Drivers.Stock),
        new StoryProperty(Drivers.Quote),
        new SplitProperty(Drivers.Spend),
        new GrowthProperty(Drivers.Spend),
        new GrowthProperty(Drivers.Account),
        new GrowthProperty(Drivers.Trace),
        new LookbackProperty(Drivers.Spend),
        new LookbackProperty(Drivers.Account),
        new EvolvingProperty(Drivers.OldVisit, Drivers.Visit, EvolvingSpecs.VisitNames),
        new EvolvingProperty(Drivers.OldMember, Drivers.Member, EvolvingSpecs.MemberNames),
        new StoryProperty(Drivers.Reading),
        new GeneratedProperty(),
        new OthersProperty(Drivers.Quote),
        new TrainingProperty(Drivers.Reading, Drivers.Cell, Drivers.Order),
        new GeneratedTrainingProperty(),
        new StoryProperty(Drivers.Cell),
        new StoryProperty(Drivers.Profile),
        new SplitProperty(Drivers.Reading),
        new StoryProperty(Drivers.Stock),
        new EvolvingGeneratedProperty(),
        new StoryProperty(Drivers.Everything),
        new StoryProperty(Drivers.Order),
        new TrainingProperty(Drivers.Everything, Drivers.Profile),
        new StoryProperty(Drivers.Account),
        new StoryProperty(Drivers.Label),
        new StoryProperty(Drivers.Board),
        new StoryProperty(Drivers.Trace),
        new OthersProperty(Drivers.Spend),
        new SplitProperty(Drivers.Everything),
    ];
}
