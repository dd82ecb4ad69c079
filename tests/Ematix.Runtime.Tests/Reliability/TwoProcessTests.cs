namespace Ematix.Tests.Reliability;

/// <summary>Processes of their own on one target: the second waits while the first is held at a step, and then finds nothing to do; many may start at once.</summary>
public sealed class TwoProcessTests(PostgresFixture postgres)
{
    public static TheoryData<LoadStep> Steps => [.. Enum.GetValues<LoadStep>()];

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task A_second_process_waits_for_the_first_and_changes_nothing(LoadStep step)
    {
        await using var test = await TestStore.CreateAsync(postgres);
        await using var gate = await StepGate.CloseAsync(test, step);
        using var first = LoadWorker.Start(test.ConnectionString);
        await gate.HeldAsync(first.Ended);
        using var second = LoadWorker.Start($"{test.ConnectionString};Application Name=second");
        while (await test.ScalarAsync<long>("SELECT count(*) FROM pg_stat_activity WHERE application_name = 'second' AND wait_event_type = 'Lock'") == 0)
            await Task.Delay(5);

        await ProfileStory.AssertIsAsync(test, ProfileStory.Before);
        await gate.OpenAsync();
        await Task.WhenAll(first.Ended, second.Ended);

        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        await ProfileStory.AssertIsAsync(test, ProfileStory.After);
        Assert.Equal(
            ["succeeded|4|0|0", "succeeded|2|1|1", "succeeded|0|0|0"],
            await test.RowsAsync("SELECT status, rows_inserted, rows_closed, rows_deleted FROM ematix_flow.run_history ORDER BY load_time"));
    }

    [Fact]
    public async Task Eight_processes_that_start_at_once_on_an_empty_database_load_once()
    {
        await using var test = await TestStore.CreateAsync(postgres);
        await test.ExecuteAsync("CREATE SCHEMA gate; CREATE FUNCTION gate.pass(step text) RETURNS boolean LANGUAGE sql AS $$ SELECT true $$");
        var workers = Enumerable.Range(0, 8).Select(_ => LoadWorker.Start(test.ConnectionString)).ToArray();
        await Task.WhenAll(workers.Select(worker => worker.Ended));

        Assert.All(workers, worker => Assert.Equal(0, worker.ExitCode));
        Assert.Equal(["1|Oslo|True|-", "2|Riga|True|-", "3|Bonn|True|-", "5|Wien|True|-"], await test.RowsAsync(ProfileStory.State));
        Assert.Equal(["1|4", "7|0"], await test.RowsAsync("SELECT count(*), rows_inserted FROM ematix_flow.run_history WHERE status = 'succeeded' GROUP BY rows_inserted ORDER BY rows_inserted DESC"));
        foreach (var worker in workers)
            worker.Dispose();
    }
}
