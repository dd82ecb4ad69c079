namespace Ematix.LocalPostgres.Host;

/// <summary>What this library asks of the machine; replaced in tests, so that none of them changes the process it shares with others.</summary>
internal sealed record HostEnvironment
{
    public static HostEnvironment Current { get; } = new();

    public Func<string, string?> Variable { get; init; } = Environment.GetEnvironmentVariable;

    public string TemporaryDirectory { get; init; } = Path.GetTempPath();

    /// <summary>Whether a POSIX shell can keep the cluster.</summary>
    public bool HasShell { get; init; } = !OperatingSystem.IsWindows();

    public Func<int> NextPort { get; init; } = LoopbackPort.Free;

    /// <summary>The full path of a program on the search path, or null.</summary>
    public string? FindProgram(string name)
    {
        string[] names = OperatingSystem.IsWindows() ? [$"{name}.exe", $"{name}.cmd"] : [name];
        return (from folder in (Variable("PATH") ?? "").Split(Path.PathSeparator)
                where Path.IsPathRooted(folder)
                from file in names
                let path = Path.Combine(folder, file)
                where File.Exists(path)
                select path).FirstOrDefault();
    }
}
