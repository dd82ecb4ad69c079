using CsCheck;

namespace Ematix.Oracle.Tests;

/// <summary>A database on which a story of each of some views has been told, for reads that need no more.</summary>
internal sealed class TrainedLane : IAsyncDisposable
{
    private TrainedLane(Lane lane, IReadOnlyList<ViewDriver> drivers) =>
        (Lane, Reader) = (lane, new TrainingReader(lane, drivers, TestContext.Current.CancellationToken));

    public Lane Lane { get; }

    public TrainingReader Reader { get; }

    public required IReadOnlyList<Story> Stories { get; init; }

    public required IReadOnlyList<OracleTable> Tables { get; init; }

    public required IReadOnlyList<long> Loads { get; init; }

    /// <summary>Tells the stories of a number.</summary>
    public static async Task<TrainedLane> OpenAsync(PostgresFixture postgres, uint number, params IReadOnlyList<ViewDriver> drivers)
    {
        var lane = await Lane.OpenAsync(postgres);
        var stories = StoriesOf(drivers, number);
        var tables = new List<OracleTable>();
        var loads = new List<long>();
        foreach (var (driver, story) in drivers.Zip(stories))
        {
            var run = new StoryRun(lane, driver, new Tally(), TestContext.Current.CancellationToken);
            Assert.Empty(await run.LoadAsync(story.Batches));
            tables.Add(run.Oracle);
            loads.AddRange(story.Batches.Select(batch => batch.LoadAt).OfType<long>());
        }

        return new(lane, drivers) { Stories = stories, Tables = tables, Loads = loads };
    }

    /// <summary>Stories whose loads happen when they say.</summary>
    public static IReadOnlyList<Story> StoriesOf(IReadOnlyList<ViewDriver> drivers, uint number) =>
        [.. drivers.Select(driver => TrainingStory.Plain(StoryGen.Ahead(driver.Spec).Generate(new PCG(3, number), null!, out _)))];

    /// <summary>A random read.</summary>
    public TrainingRead Read(Random random) => new ReadGen(Reader.Specs, Stories, Tables, Loads, random).Next();

    public ValueTask DisposeAsync() => Lane.DisposeAsync();
}
