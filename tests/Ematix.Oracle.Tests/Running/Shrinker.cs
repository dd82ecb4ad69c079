using System.Diagnostics;

namespace Ematix.Oracle.Tests;

/// <summary>
/// Makes a failing story small: fewer keys, fewer loads, fewer rows, plainer ways, fewer values. A story is about many keys at once, of which
/// one fails, so cutting by meaning gets there in some ten runs, where drawing smaller stories at random would need thousands.
/// </summary>
internal sealed class Shrinker(ViewSpec spec, Func<Story, Task<bool>> fails, TimeSpan budget)
{
    private readonly long _started = Stopwatch.GetTimestamp();

    public async Task<Story> ShrinkAsync(Story story)
    {
        for (var smaller = await PassAsync(story); smaller != story; smaller = await PassAsync(story))
            story = smaller;
        return story;
    }

    private async Task<Story> PassAsync(Story story)
    {
        story = await RemoveAsync(story, story.Keys, WithoutKeys);
        story = await RemoveAsync(story, story.Batches, (all, batches) => all with { Batches = [.. all.Batches.Except(batches)] });
        story = await RemoveAsync(story, [.. story.Batches.SelectMany(batch => batch.Rows)], WithoutRows);
        foreach (var plainer in Plainer(story.Batches.Count))
            story = await KeepAsync(story, plainer);
        foreach (var column in spec.Features)
        {
            story = await KeepAsync(story, each => WithOneValue(each, column, spec.Columns[column].Column.IsNullable ? null : FirstOf(each, column)));
            story = await KeepAsync(story, each => WithOneValue(each, column, FirstOf(each, column)));
        }

        return story;
    }

    /// <summary>Removes as many of the parts as it can: halves first, then quarters, down to one by one.</summary>
    private async Task<Story> RemoveAsync<T>(Story story, IReadOnlyList<T> parts, Func<Story, IReadOnlyCollection<T>, Story> without)
    {
        for (var size = (parts.Count + 1) / 2; size > 0; size = size == 1 ? 0 : (size + 1) / 2)
        {
            foreach (var some in parts.Chunk(size).ToArray())
            {
                var smaller = await KeepAsync(story, each => without(each, some));
                if (smaller != story)
                    (story, parts) = (smaller, [.. parts.Except(some)]);
            }
        }

        return story;
    }

    private async Task<Story> KeepAsync(Story story, Func<Story, Story> change)
    {
        var changed = change(story);
        return changed != story && Stopwatch.GetElapsedTime(_started) < budget && await fails(changed) ? changed : story;
    }

    private Story WithoutKeys(Story story, IReadOnlyCollection<IReadOnlyList<object?>> keys)
    {
        var gone = keys.Select(spec.KeyOf).ToHashSet();
        return story with
        {
            Keys = [.. story.Keys.Where(key => !gone.Contains(spec.KeyOf(key)))],
            Batches = [.. story.Batches.Select(batch => batch with { Rows = [.. batch.Rows.Where(row => !gone.Contains(spec.KeyOf(row)))] })],
        };
    }

    private static Story WithoutRows(Story story, IReadOnlyCollection<object?[]> rows) =>
        story with { Batches = [.. story.Batches.Select(batch => batch with { Rows = [.. batch.Rows.Where(row => !rows.Contains(row))] })] };

    private IEnumerable<Func<Story, Story>> Plainer(int batches) => Enumerable.Range(0, batches).SelectMany(i => new[]
    {
        Change(i, batch => batch.IsPoisoned ? batch : batch with { Way = SourceWay.Rows }),
        Change(i, batch => batch with { IsRepeated = false }),
        Change(i, batch => batch with { IsTried = false }),
        Change(i, batch => batch with { IsBefore = false }),
        Change(i, batch => batch with { Crash = null }),
        Change(i, batch => batch with { Options = LoadOptions.Default }),
        Change(i, batch => batch.Options != LoadOptions.Default && spec is { HasEventTime: true, Mode: TableMode.History } ? batch with { Options = new() { Late = Late.Insert } } : batch),
        Change(i, batch => batch with { Options = batch.Options with { Compared = null, Updated = null } }),
        Change(i, batch => batch with { Options = batch.Options with { FeatureSet = null } }),
        Change(i, batch => batch with { Options = batch.Options with { EventTime = null } }),
        Change(i, batch => batch with { Options = batch.Options with { Ttl = null } }),
        Change(i, batch => batch with { Options = batch.Options with { Window = null } }),
    });

    private static Func<Story, Story> Change(int number, Func<Batch, Batch> change) => story =>
        change(story.Batches[number]) == story.Batches[number] ? story : story with { Batches = [.. story.Batches.Select((batch, i) => i == number ? change(batch) : batch)] };

    private static object? FirstOf(Story story, int column) => story.Batches.SelectMany(batch => batch.Rows).Select(row => row[column]).FirstOrDefault();

    /// <summary>Gives a column the same value everywhere.</summary>
    private static Story WithOneValue(Story story, int column, object? value)
    {
        if (story.Batches.SelectMany(batch => batch.Rows).All(row => Values.Same(row[column], value)))
            return story;
        return story with { Batches = [.. story.Batches.Select(batch => batch with { Rows = [.. batch.Rows.Select(row => row.Select((each, i) => i == column ? value : each).ToArray())] })] };
    }
}
