using Ematix.LocalPostgres;
using Npgsql;

namespace Ematix.Tests.Reliability;

/// <summary>The server crashes while a load is under way, and recovers: what was acknowledged is there, what was not is not.</summary>
public sealed class ServerCrashTests
{
    [Theory]
    [InlineData(LoadStep.Stage)]
    [InlineData(LoadStep.Insert)]
    [InlineData(LoadStep.Commit)]
    public async Task A_crash_leaves_what_was_before_and_a_retry_is_durable(LoadStep step)
    {
        await using var server = await PostgresServer.StartAsync();
        Assert.SkipUnless(server.IsPrivate, "The server of EMATIX_TEST_POSTGRES is not stopped by tests.");
        await using var test = await TestStore.CreateAsync(server);
        await using var gate = await StepGate.CloseAsync(test, step);
        var load = ProfileStory.LoadSecondAsync(test.Store);
        await gate.HeldAsync(load);

        await server.StopAsync(PostgresStopMode.Immediate);
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => load);
        Assert.True(failure is NpgsqlException or UnknownOutcomeException, failure.ToString());
        await server.RestartAsync();
        test.DropConnections();
        await ProfileStory.AssertIsAsync(test, ProfileStory.Before);

        await gate.OpenAsync();
        await test.ExecuteAsync("UPDATE ematix_flow.run_history SET started_at = started_at - interval '1 hour'");
        await ProfileStory.LoadSecondAsync(test.Store);
        await server.StopAsync(PostgresStopMode.Immediate);
        await server.RestartAsync();
        test.DropConnections();
        await ProfileStory.AssertIsAsync(test, ProfileStory.After);
        Assert.Equal(["succeeded", "abandoned", "succeeded"], await test.RowsAsync("SELECT status FROM ematix_flow.run_history ORDER BY started_at"));
    }
}
