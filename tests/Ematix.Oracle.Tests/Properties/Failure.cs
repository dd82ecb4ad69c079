namespace Ematix.Oracle.Tests;

/// <summary>Makes failing stories small and throws them.</summary>
internal static class Failure
{
    private const int Shown = 4;
    private const int LinesOfError = 8;

    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(40);

    /// <summary>Runs a story; where it differs, throws the smallest story found that differs too.</summary>
    public static Task CheckAsync(ViewSpec spec, Story story, Func<Story, Task<IReadOnlyList<string>>> run) => CheckAsync([spec], [story], stories => run(stories[0]));

    /// <summary>The same of stories that are told at once, each of a view: one after the other is made small, beside the others.</summary>
    public static async Task CheckAsync(IReadOnlyList<ViewSpec> specs, IReadOnlyList<Story> stories, Func<IReadOnlyList<Story>, Task<IReadOnlyList<string>>> run)
    {
        var differences = await TryAsync(stories, run);
        if (differences.Count == 0)
            return;
        var small = stories.ToArray();
        foreach (var (i, spec) in specs.Index())
            small[i] = await new Shrinker(spec, async smaller => (await TryAsync([.. small[..i], smaller, .. small[(i + 1)..]], run)).Count > 0, Budget / specs.Count).ShrinkAsync(small[i]);
        if (!small.SequenceEqual(stories))
            differences = await TryAsync(small, run);
        var told = string.Concat(specs.Zip(small, StoryText.Of));
        throw new PropertyFailedException($"{told}Differences:\n  {string.Join("\n  ", differences.Take(Shown))}");
    }

    /// <summary>An exception that the product throws where it should answer is a difference like others.</summary>
    private static async Task<IReadOnlyList<string>> TryAsync(IReadOnlyList<Story> stories, Func<IReadOnlyList<Story>, Task<IReadOnlyList<string>>> run)
    {
        try
        {
            return await run(stories);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return [string.Join('\n', error.ToString().Split('\n').Take(LinesOfError))];
        }
    }
}
