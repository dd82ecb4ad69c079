using CsCheck;

namespace Ematix.Oracle.Tests;

/// <summary>
/// A view evolves between loads: history keeps what it has, with NULL in new columns, and loads go on. Product and oracle agree right after it and at the end, in
/// all that can be asked, and the online snapshot follows.
/// </summary>
internal sealed class EvolvingProperty(ViewDriver before, ViewDriver after, IReadOnlyDictionary<string, string> formerNames) : Property($"evolving {after.Spec.Name}")
{
    public override async Task CheckAsync(Lane lane, uint number, Tally tally, CancellationToken cancellationToken) =>
        await CheckAsync(lane, before, after, formerNames, Case(StoryGen.Evolving(after.Spec, await lane.ClockAsync()), number), tally, cancellationToken);

    public static Task CheckAsync(
        Lane lane, ViewDriver before, ViewDriver after, IReadOnlyDictionary<string, string> formerNames, Story story, Tally tally, CancellationToken cancellationToken) =>
        Failure.CheckAsync(after.Spec, story, each => DifferencesAsync(lane, before, after, new(before.Spec, after.Spec, formerNames), each, tally, cancellationToken));

    private static async Task<IReadOnlyList<string>> DifferencesAsync(
        Lane lane, ViewDriver before, ViewDriver after, Evolution evolution, Story story, Tally tally, CancellationToken cancellationToken)
    {
        try
        {
            var run = new StoryRun(lane, before, tally, cancellationToken);
            List<string> differences = [.. (await run.LoadAsync([.. story.Batches.Where(batch => batch.IsBefore).Select(evolution.ToBefore)])).Select(difference => $"before, {difference}")];
            run = await run.EvolveAsync(after, evolution.FormerNames);
            tally.AddEvolution();
            differences.AddRange((await run.CompareAsync(story)).Select(difference => $"evolved, {difference}"));
            differences.AddRange((await run.ContinueAsync([.. story.Batches.Where(batch => !batch.IsBefore)])).Select(difference => $"after, {difference}"));
            differences.AddRange(await run.CompareAsync(story));
            tally.AddStory(story.Sequences(after.Spec));
            return differences;
        }
        finally
        {
            await lane.DropAsync(before);
        }
    }
}
