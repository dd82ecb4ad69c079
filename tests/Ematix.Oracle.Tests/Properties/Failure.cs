namespace Ematix.Oracle.Tests;

/// <summary>Makes a failing story small and throws it.</summary>
internal static class Failure
{
    private const int Shown = 4;
    private const int LinesOfError = 8;

    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(40);

    /// <summary>Runs a story; where it differs, throws the smallest story found that differs too.</summary>
    public static async Task CheckAsync(ViewSpec spec, Story story, Func<Story, Task<IReadOnlyList<string>>> run)
    {
        var differences = await TryAsync(story, run);
        if (differences.Count == 0)
            return;
        var small = await new Shrinker(spec, async smaller => (await TryAsync(smaller, run)).Count > 0, Budget).ShrinkAsync(story);
        if (small != story)
            differences = await TryAsync(small, run);
        throw new PropertyFailedException($"{StoryText.Of(spec, small)}Differences:\n  {string.Join("\n  ", differences.Take(Shown))}");
    }

    /// <summary>An exception that the product throws where it should answer is a difference like others.</summary>
    private static async Task<IReadOnlyList<string>> TryAsync(Story story, Func<Story, Task<IReadOnlyList<string>>> run)
    {
        try
        {
            return await run(story);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return [string.Join('\n', error.ToString().Split('\n').Take(LinesOfError))];
        }
    }
}
