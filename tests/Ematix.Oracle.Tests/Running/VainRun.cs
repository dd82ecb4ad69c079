namespace Ematix.Oracle.Tests;

/// <summary>Loads that must leave nothing: dry runs, and loads that end in mid-flight.</summary>
internal sealed class VainRun(Lane lane, ViewDriver driver, Tally tally, CancellationToken cancellationToken)
{
    /// <summary>Tries the batch, if it is to be tried first.</summary>
    /// <returns>What the dry run said, and what it left, as a sentence, or null.</returns>
    public async Task<(Attempt Attempt, string? Left)?> TryAsync(Batch batch)
    {
        if (!batch.IsTried)
            return null;
        tally.AddVain();
        var before = await lane.StateAsync(driver, withRuns: true);
        var attempt = await Attempt.RunAsync(() => driver.TryAsync(lane, batch, cancellationToken));
        return (attempt, before == await lane.StateAsync(driver, withRuns: true) ? null : "it left something");
    }

    /// <summary>Lets a first attempt fail, if one is to. Answers what is wrong, as sentences.</summary>
    public async Task<IReadOnlyList<string>> CrashAsync(Batch batch)
    {
        if (batch.Crash is not { } crash)
            return [];
        tally.AddVain();
        var before = await lane.StateAsync(driver, withRuns: false);
        var isDone = await IsDoneAsync(batch, crash);
        List<string> wrong = isDone ? ["it was done"] : [];
        if (before != await lane.StateAsync(driver, withRuns: false))
            wrong.Add("it left something");
        return wrong;
    }

    private async Task<bool> IsDoneAsync(Batch batch, Crash crash)
    {
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            return crash switch
            {
                Crash.SourceFails => await LoadAsync(() => driver.BreakAsync(lane.Store, batch, () => throw new InvalidOperationException("The source is out of order."), caller.Token)),
                Crash.Cancelled => await LoadAsync(() => driver.BreakAsync(lane.Store, batch, caller.Cancel, caller.Token)),
                _ => await BrokenAsync(batch, crash),
            };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private async Task<bool> BrokenAsync(Batch batch, Crash crash)
    {
        await lane.BreakAsync(endsConnection: crash == Crash.ConnectionDies);
        try
        {
            return await LoadAsync(() => driver.LoadAsync(lane, batch, cancellationToken));
        }
        finally
        {
            await lane.MendAsync();
        }
    }

    private static async Task<bool> LoadAsync(Func<Task<SyncResult>> load) => (await Attempt.RunAsync(load)).Result is not null;
}
