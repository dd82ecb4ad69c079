using Ematix.LocalPostgres.Tests.Support;

namespace Ematix.LocalPostgres.Tests;

/// <summary>The way of Windows, on this machine.</summary>
public sealed class WithoutShellTests
{
    [Fact]
    public async Task A_server_kept_with_pg_ctl_survives_a_crash_and_leaves_nothing_when_disposed()
    {
        using var holder = HolderProcess.StartWithoutShell();
        var folder = await holder.ReadAsync();
        Assert.Equal("1000", await holder.AskAsync("create table t as select generate_series(1, 1000) as n; select count(*) from t"));
        Assert.Equal("restarted", await holder.AskAsync("crash and restart"));
        Assert.Equal("1000", await holder.AskAsync("select count(*) from t"));
        var traces = ServerTraces.OfDetached(folder);
        Assert.Equal("disposed", await holder.AskAsync("dispose"));
        traces.AssertGone();
    }

    [Fact]
    public async Task A_program_that_leaves_without_disposing_leaves_nothing()
    {
        using var holder = HolderProcess.StartWithoutShell();
        var traces = ServerTraces.OfDetached(await holder.ReadAsync());
        holder.Tell("leave without disposing");
        await holder.WaitForExitAsync();
        traces.AssertGone();
    }
}
