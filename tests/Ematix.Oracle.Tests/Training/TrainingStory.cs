using System.Globalization;

namespace Ematix.Oracle.Tests;

/// <summary>
/// Stories of several views, told at once, with historical reads between their loads and after them. What was read as known at an instant is read
/// again at the end, and must be the same bytes.
/// </summary>
internal sealed class TrainingStory
{
    private const int LastReads = 6;
    private const int MostPromises = 3;

    private readonly Lane _lane;
    private readonly IReadOnlyList<ViewDriver> _drivers;
    private readonly IReadOnlyList<Story> _stories;
    private readonly Tally _tally;
    private readonly CancellationToken _cancellationToken;
    private readonly StoryRun[] _runs;
    private readonly TrainingReader _reader;
    private readonly List<(int View, long At)> _loads = [];
    private readonly List<Promise> _promises = [];
    private readonly List<string> _differences = [];

    private TrainingStory(Lane lane, IReadOnlyList<ViewDriver> drivers, IReadOnlyList<Story> stories, Tally tally, CancellationToken cancellationToken)
    {
        (_lane, _drivers, _stories, _tally, _cancellationToken) = (lane, drivers, stories, tally, cancellationToken);
        _runs = [.. drivers.Select(driver => new StoryRun(lane, driver, tally, cancellationToken))];
        _reader = new(lane, drivers, cancellationToken);
    }

    private IReadOnlyList<OracleTable> Tables => [.. _runs.Select(run => run.Oracle)];

    /// <summary>Tells the stories. Answers how product and oracle differ, as sentences.</summary>
    public static async Task<IReadOnlyList<string>> RunAsync(
        Lane lane, IReadOnlyList<ViewDriver> drivers, IReadOnlyList<Story> stories, int seed, Tally tally, CancellationToken cancellationToken)
    {
        var story = new TrainingStory(lane, drivers, stories, tally, cancellationToken);
        await story.LoadAsync(seed);
        await story.EndAsync(new Random(seed));
        foreach (var (driver, each) in drivers.Zip(stories))
            tally.AddStory(each.Sequences(driver.Spec));
        return story._differences;
    }

    /// <summary>What is about loads alone is told elsewhere; it costs more than it adds here.</summary>
    public static Story Plain(Story story) => story with
    {
        Batches = [.. story.Batches.Where(batch => !batch.IsPoisoned).Select(batch => batch with { IsTried = false, IsRepeated = false, Crash = null })],
    };

    private async Task LoadAsync(int seed)
    {
        foreach (var run in _runs)
            await run.LoadAsync([]);
        // In order of time over all views: a load is later than every instant that a read before it has used.
        var batches = _stories.Index()
            .SelectMany(story => story.Item.Batches.Index().Select(batch => (View: story.Index, Batch: batch.Item, Number: batch.Index)))
            .OrderBy(batch => batch.Batch.LoadAt ?? long.MinValue)
            .ThenBy(batch => batch.Number)
            .ToArray();
        foreach (var (view, batch, number) in batches)
        {
            var differences = await _runs[view].ContinueAsync([batch]);
            _differences.AddRange(differences.Select(difference => string.Create(CultureInfo.InvariantCulture, $"{_drivers[view].Spec.Name}, load {number + 1}: {difference}")));
            if (_runs[view].Target.LastLoad is { } at && !_loads.Contains((view, at)))
                _loads.Add((view, at));
            // Of the load's own seed, so that a story that is cut down still has the other reads.
            var random = new Random(unchecked(seed + (31 * view) + (1009 * number)));
            if (random.Next(2) == 0)
                await ReadAsync(random);
        }
    }

    private async Task EndAsync(Random random)
    {
        for (var i = 0; i < LastReads; i++)
        {
            var (read, output) = await ReadAsync(new Random(random.Next()));
            if (output is not null && i == 0)
                _differences.AddRange(await new SpineRelations(_lane, _drivers, _reader, _tally, _cancellationToken).DifferencesAsync(read, output, random));
        }

        foreach (var promise in _promises.Where(promise => promise.Holds(_loads)))
        {
            _tally.AddSpine(promise.Read.Spine.Rows.Count, promise.Read.Members.Count);
            if (!(await _reader.ReadAsync(promise.Read)).Bytes.AsSpan().SequenceEqual(promise.Bytes))
                _differences.Add($"{TrainingText.Of(promise.Read)}: other bytes than before the last {_loads.Count - promise.Loads} loads");
        }
    }

    private async Task<(TrainingRead Read, TrainingOutput? Output)> ReadAsync(Random random)
    {
        var read = new ReadGen(_reader.Specs, _stories, Tables, [.. _loads.Select(load => load.At)], random).Next();
        var (output, differences) = await new TrainingComparison(_reader, Tables, _tally).CompareAsync(read);
        _differences.AddRange(differences);
        if (output is { KnownAt: { } used } && _promises.Count < MostPromises)
            _promises.Add(new(read with { Asked = read.Asked with { KnownAt = used } }, output.Bytes, _loads.Count));
        return (read, output);
    }

    /// <summary>What was read as known at an instant.</summary>
    /// <param name="Read">The read, at the instant that was used.</param>
    /// <param name="Bytes">What it gave.</param>
    /// <param name="Loads">How many loads there had been.</param>
    private sealed record Promise(TrainingRead Read, byte[] Bytes, int Loads)
    {
        /// <summary>Two views can have one load time only in a story: on a server a load is later than what a read before it has used.</summary>
        public bool Holds(IEnumerable<(int View, long At)> loads) =>
            loads.Skip(Loads).All(load => load.At > Read.Asked.KnownAt || Read.Members.All(member => member.View != load.View));
    }
}
