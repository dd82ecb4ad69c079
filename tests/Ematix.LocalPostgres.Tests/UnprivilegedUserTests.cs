using Ematix.LocalPostgres.Tests.Support;

namespace Ematix.LocalPostgres.Tests;

public sealed class UnprivilegedUserTests
{
    /// <summary>Systems differ in which of these tools they have; the search path here has one of them only.</summary>
    [Theory]
    [InlineData("setpriv")]
    [InlineData("runuser")]
    [InlineData("su")]
    public async Task Root_hands_the_server_to_another_user_with_each_tool(string tool)
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only root starts servers as another user.");
        using var path = new TestFolder();
        foreach (var name in new[] { tool, "setsid", "initdb" })
        {
            var program = TestServers.Host.FindProgram(name);
            Assert.SkipWhen(program is null, $"There is no {name} on this machine.");
            File.CreateSymbolicLink(Path.Combine(path.Location, name), program);
        }

        var server = await TestServers.StartPrivateAsync(new() { Source = PostgresSource.Binaries }, TestServers.HostWith("PATH", path.Location));
        var traces = await ServerTraces.OfAsync(server);
        Assert.All(traces.Processes.Take(3), process => Assert.Matches("^(postgres|nobody)$", ProcessTable.User(process)));
        Assert.Equal("1", await server.QueryAsync("select 1"));
        await server.DisposeAsync();
        traces.AssertGone();
    }

    [Fact]
    public async Task Programs_that_the_other_user_cannot_reach_are_refused_with_the_remedy()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only root starts servers as another user.");
        using var path = new TestFolder();
        using var closed = new TestFolder(mode: UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var initdb = TestServers.Host.FindProgram("initdb");
        Assert.SkipWhen(initdb is null, "There is no initdb on the search path.");
        var binaries = Path.GetDirectoryName(File.ResolveLinkTarget(initdb, returnFinalTarget: true)?.FullName ?? initdb)!;
        File.Copy(Path.Combine(binaries, "initdb"), Path.Combine(closed.Location, "initdb"));
        File.Copy(Path.Combine(binaries, "postgres"), Path.Combine(closed.Location, "postgres"));

        var error = await Assert.ThrowsAsync<PostgresUnavailableException>(() => TestServers.StartPrivateAsync(
            new() { Source = PostgresSource.Binaries }, TestServers.HostWith("PATH", $"{closed.Location}:{TestServers.Host.Variable("PATH")}")));
        Assert.Contains($"can't run {closed.Location}/initdb. Let that user enter the folder", error.Message);
    }
}
