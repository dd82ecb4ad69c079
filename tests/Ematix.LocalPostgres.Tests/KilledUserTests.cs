using Ematix.LocalPostgres.Tests.Support;

namespace Ematix.LocalPostgres.Tests;

/// <summary>However the program that uses a server ends, the server ends with it.</summary>
public sealed class KilledUserTests
{
    [Fact]
    public async Task A_killed_program_leaves_nothing()
    {
        using var holder = HolderProcess.Start();
        var traces = ServerTraces.Of(await holder.ReadAsync(), holder.Id);
        holder.Kill();
        await traces.AssertSoonGoneAsync();
    }

    [Fact]
    public async Task A_program_that_leaves_without_disposing_leaves_nothing()
    {
        using var holder = HolderProcess.Start();
        var traces = ServerTraces.Of(await holder.ReadAsync(), holder.Id);
        holder.Tell("leave without disposing");
        await holder.WaitForExitAsync();
        await traces.AssertSoonGoneAsync();
    }

    [Fact]
    public async Task Killing_the_whole_group_leaves_nothing()
    {
        using var holder = HolderProcess.Start();
        var traces = ServerTraces.Of(await holder.ReadAsync(), holder.Id);
        await holder.SignalGroupAsync("KILL");
        await traces.AssertSoonGoneAsync();
    }

    /// <summary>The delays fall before, into and behind initdb and the server's start.</summary>
    [Theory]
    [InlineData(200)]
    [InlineData(350)]
    [InlineData(500)]
    [InlineData(700)]
    [InlineData(1000)]
    public async Task A_program_killed_while_it_starts_a_server_leaves_nothing(int milliseconds)
    {
        using var folder = new TestFolder();
        using var holder = HolderProcess.Start(("TMPDIR", folder.Location));
        await Task.Delay(milliseconds, TestContext.Current.CancellationToken);
        holder.Kill();
        for (var tries = 0; tries < 200 && (Left().Any() || ProcessTable.WithArgumentsNaming(folder.Location).Count > 0); tries++)
            await Task.Delay(50, TestContext.Current.CancellationToken);
        Assert.Empty(Left());
        Assert.Empty(ProcessTable.WithArgumentsNaming(folder.Location));

        IEnumerable<string> Left() => Directory.EnumerateDirectories(folder.Location, "ematix-*");
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("HUP")]
    public async Task A_signal_from_the_terminal_does_not_take_the_server_from_a_program_that_outlives_it(string signal)
    {
        using var holder = HolderProcess.Start();
        var traces = ServerTraces.Of(await holder.ReadAsync(), holder.Id);
        if (signal == "HUP")
        {
            // Straight to the keeper: its own session keeps it out of the group.
            await TestPrograms.RunAsync("kill", "-s", signal, $"{traces.Processes[^1]}");
        }
        else
        {
            await holder.SignalGroupAsync(signal);
            Assert.Equal("interrupted", await holder.ReadAsync());
        }
        Assert.Equal("1", await holder.AskAsync("select 1"));
        holder.Kill();
        await traces.AssertSoonGoneAsync();
    }

    [Fact]
    public async Task The_programs_own_settings_for_PostgreSQL_do_not_reach_the_server()
    {
        using var holder = HolderProcess.Start(
            ("PGDATA", "/nonexistent"), ("PGPORT", "1"), ("PGHOST", "nowhere.invalid"), ("PGUSER", "nobody"), ("PGDATABASE", "none"), ("PGPASSWORD", "wrong"),
            ("TZ", "Asia/Kathmandu"), ("LANG", "tr_TR.UTF-8"), ("LC_ALL", "tr_TR.UTF-8"));
        var traces = ServerTraces.Of(await holder.ReadAsync(), holder.Id);
        Assert.Equal("C", await holder.AskAsync("show lc_messages"));
        Assert.Equal("UTC", await holder.AskAsync("select reset_val from pg_settings where name = 'TimeZone'"));
        holder.Kill();
        await traces.AssertSoonGoneAsync();
    }
}
