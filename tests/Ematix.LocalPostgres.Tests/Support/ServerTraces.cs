using System.Globalization;

namespace Ematix.LocalPostgres.Tests.Support;

/// <summary>All that a running server consists of, noted while it runs, to see afterwards that nothing of it is left.</summary>
internal sealed class ServerTraces
{
    private readonly string _folder;
    private readonly List<int> _processes = [];

    private ServerTraces(string folder) => _folder = folder;

    public string Folder => _folder;

    public IReadOnlyList<int> Processes => _processes;

    /// <param name="dataDirectory">As the server reports it; the cluster's folder is its parent.</param>
    /// <param name="starter">The process that started the server: what lies between it and the postmaster belongs to the server.</param>
    public static ServerTraces Of(string dataDirectory, int starter)
    {
        var traces = new ServerTraces(Path.GetDirectoryName(dataDirectory)!);
        var process = Postmaster(dataDirectory);
        for (; process != starter && process > 1; process = ProcessTable.Parent(process))
            traces._processes.Add(process);
        Assert.Equal(starter, process);
        // The postmaster, the subshell that waits for it, and the keeper.
        Assert.True(traces._processes.Count >= 3);
        return traces;
    }

    /// <summary>A server that is nobody's child: pg_ctl, which started it, has ended.</summary>
    public static ServerTraces OfDetached(string dataDirectory)
    {
        var traces = new ServerTraces(Path.GetDirectoryName(dataDirectory)!);
        traces._processes.Add(Postmaster(dataDirectory));
        return traces;
    }

    public static async Task<ServerTraces> OfAsync(PostgresServer server) => Of(await server.QueryAsync("show data_directory"), Environment.ProcessId);

    public void AssertGone()
    {
        Assert.False(Directory.Exists(_folder), $"{_folder} is left.");
        Assert.DoesNotContain(_processes, ProcessTable.Exists);
        Assert.Empty(ProcessTable.WithArgumentsNaming(_folder));
    }

    /// <summary>For a server whose starter was killed: nobody tells us when the rest has gone.</summary>
    public async Task AssertSoonGoneAsync()
    {
        for (var tries = 0; tries < 200 && (Directory.Exists(_folder) || _processes.Exists(ProcessTable.Exists)); tries++)
            await Task.Delay(50);
        AssertGone();
    }

    private static int Postmaster(string dataDirectory) =>
        int.Parse(File.ReadLines(Path.Combine(dataDirectory, "postmaster.pid")).First(), CultureInfo.InvariantCulture);
}
