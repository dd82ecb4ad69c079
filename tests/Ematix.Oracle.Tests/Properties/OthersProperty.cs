using CsCheck;

namespace Ematix.Oracle.Tests;

/// <summary>Rows of other keys change nothing: a story told of some of its keys alone gives them the same history. The oracle is not asked.</summary>
internal sealed class OthersProperty(ViewDriver driver) : Property($"other keys of {driver.Spec.Name}")
{
    public override async Task CheckAsync(Lane lane, uint number, Tally tally, CancellationToken cancellationToken)
    {
        var story = Case(StoryGen.Ahead(driver.Spec), number);
        await Failure.CheckAsync(driver.Spec, story, each => DifferencesAsync(lane, each, tally, cancellationToken));
    }

    private async Task<IReadOnlyList<string>> DifferencesAsync(Lane lane, Story story, Tally tally, CancellationToken cancellationToken)
    {
        // The guards against a broken source look at all keys at once.
        story = story with { Batches = [.. story.Batches.Select(batch => batch with { Options = batch.Options with { MaxDeleteFraction = 1, AllowsEmptySource = true } })] };
        var some = story with { Keys = [.. story.Keys.Where((_, i) => i % 3 == 0)] };
        var kept = some.Keys.Select(driver.Spec.KeyOf).ToHashSet();
        some = some with { Batches = [.. story.Batches.Select(batch => batch.Without(batch.Rows.Index().Where(row => !kept.Contains(driver.Spec.KeyOf(row.Item))).Select(row => row.Index)))] };

        var all = new StoryRun(lane, driver, tally, cancellationToken);
        var differences = new List<string>(await all.LoadAsync(story.Batches));
        var lookups = Lookups.Of(driver.Spec, some, all.Oracle).Where(lookup => lookup.Ttl is null).ToArray();
        var one = await Snapshot.TakeAsync(lane, driver, some.Keys, lookups, tally, cancellationToken);

        differences.AddRange(await new StoryRun(lane, driver, tally, cancellationToken).LoadAsync(some.Batches));
        var other = await Snapshot.TakeAsync(lane, driver, some.Keys, lookups, tally, cancellationToken);
        differences.AddRange(one.Differences(other, driver.Spec, some.Keys, lookups, history => history));
        tally.AddStory(some.Sequences(driver.Spec));
        return differences;
    }
}
