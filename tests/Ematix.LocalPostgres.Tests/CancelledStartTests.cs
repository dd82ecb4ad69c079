using Ematix.LocalPostgres.Tests.Support;

namespace Ematix.LocalPostgres.Tests;

public sealed class CancelledStartTests
{
    /// <summary>The delays fall into each step of a start: finding binaries, initdb, the server, the first connection.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(60)]
    [InlineData(150)]
    [InlineData(300)]
    [InlineData(500)]
    [InlineData(800)]
    public async Task A_cancelled_start_leaves_nothing(int milliseconds)
    {
        using var folder = new TestFolder();
        using var soon = new CancellationTokenSource(milliseconds);
        try
        {
            await using var server = await PostgresServer.StartAsync(new(), TestServers.Host with { TemporaryDirectory = folder.Location }, soon.Token);
            Assert.NotEqual(0, milliseconds);
        }
        catch (OperationCanceledException)
        {
            Assert.True(soon.IsCancellationRequested);
        }
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Location));
        Assert.Empty(ProcessTable.WithArgumentsNaming(folder.Location));
    }
}
