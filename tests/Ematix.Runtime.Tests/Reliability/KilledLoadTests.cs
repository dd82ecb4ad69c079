using Npgsql;

namespace Ematix.Tests.Reliability;

/// <summary>A load whose server process or whose program is killed at a step leaves before or after; the next load finds it abandoned, and converges.</summary>
public sealed class KilledLoadTests(PostgresFixture postgres)
{
    private const string Statuses = "SELECT status FROM ematix_flow.run_history ORDER BY started_at";

    public static TheoryData<LoadStep> Steps => [.. Enum.GetValues<LoadStep>()];

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Killing_the_servers_process_leaves_what_was_before(LoadStep step)
    {
        await using var test = await TestStore.CreateAsync(postgres);
        await using var gate = await StepGate.CloseAsync(test, step);
        var load = ProfileStory.LoadSecondAsync(test.Store);
        var pid = await gate.HeldAsync(load);

        await test.ExecuteAsync($"SELECT pg_terminate_backend({pid})");
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => load);
        await ProfileStory.AssertIsAsync(test, ProfileStory.Before);
        await gate.OpenAsync();
        await ProfileStory.LoadSecondAsync(test.Store);

        await ProfileStory.AssertIsAsync(test, ProfileStory.After);
        Assert.Equal(["succeeded", "failed", "succeeded"], await test.RowsAsync(Statuses));
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Killing_the_program_leaves_what_was_before_unless_its_commit_was_under_way(LoadStep step)
    {
        await using var test = await TestStore.CreateAsync(postgres);
        await using var gate = await StepGate.CloseAsync(test, step);
        using var worker = LoadWorker.Start($"{test.ConnectionString};Application Name=worker");
        var pid = await gate.HeldAsync(worker.Ended);

        worker.Kill();
        await worker.Ended;
        await gate.OpenAsync();
        while (await test.ScalarAsync<long>($"SELECT count(*) FROM pg_stat_activity WHERE pid = {pid}") > 0)
            await Task.Delay(5);
        await ProfileStory.AssertIsAsync(test, step == LoadStep.Commit ? ProfileStory.After : ProfileStory.Before);

        // A run is only given up once it is old enough to have begun its transaction.
        await test.ExecuteAsync("UPDATE ematix_flow.run_history SET started_at = started_at - interval '1 hour'");
        await ProfileStory.LoadSecondAsync(test.Store);
        await ProfileStory.AssertIsAsync(test, ProfileStory.After);
        Assert.Equal(["succeeded", step == LoadStep.Commit ? "succeeded" : "abandoned", "succeeded"], await test.RowsAsync(Statuses));
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Cancelling_leaves_before_or_after_and_the_pool_as_it_was(LoadStep step)
    {
        await using var test = await TestStore.CreateAsync(postgres);
        await using var gate = await StepGate.CloseAsync(test, step);
        await using var store = FeatureStore.Open($"{test.ConnectionString};Maximum Pool Size=1;Timeout=5;Application Name=one");
        using var cancel = new CancellationTokenSource();
        var load = ProfileStory.LoadSecondAsync(store, cancel.Token);
        await gate.HeldAsync(load);

        await cancel.CancelAsync();
        if (step == LoadStep.Commit)
        {
            // A COMMIT that is on its way is waited for.
            await gate.OpenAsync();
            await load;
        }
        else
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => load);
            await gate.OpenAsync();
        }

        await ProfileStory.AssertIsAsync(test, step == LoadStep.Commit ? ProfileStory.After : ProfileStory.Before);
        await ProfileStory.LoadSecondAsync(store);
        Assert.Equal("Riga", (await OnlineProfile.OnlineFeaturesAsync(store, 2))?.City);
        await ProfileStory.AssertIsAsync(test, ProfileStory.After);
        Assert.Equal(1, await test.ScalarAsync<long>("SELECT count(*) FROM pg_stat_activity WHERE application_name = 'one' AND state = 'idle'"));
    }
}
