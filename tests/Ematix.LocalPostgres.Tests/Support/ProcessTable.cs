using System.Globalization;

namespace Ematix.LocalPostgres.Tests.Support;

/// <summary>The processes of this machine, as Linux shows them under /proc.</summary>
internal static class ProcessTable
{
    public static int Parent(int process) => int.Parse(Field(process, "PPid:") ?? "0", CultureInfo.InvariantCulture);

    public static string User(int process)
    {
        var id = Field(process, "Uid:")?.Split('\t')[0];
        return File.ReadLines("/etc/passwd").Select(line => line.Split(':')).First(fields => fields[2] == id)[0];
    }

    /// <summary>A zombie has ended: only its parent, or whoever adopted it, has not looked yet.</summary>
    public static bool Exists(int process) => Field(process, "State:") is { } state && !state.StartsWith('Z');

    public static IReadOnlyList<int> WithArgumentsNaming(string text) =>
    [
        .. from folder in Directory.EnumerateDirectories("/proc")
           where int.TryParse(Path.GetFileName(folder), out _)
           where Read(Path.Combine(folder, "cmdline")).Contains(text, StringComparison.Ordinal)
           select int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture),
    ];

    private static string? Field(int process, string name) =>
        Read($"/proc/{process}/status").Split('\n').FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal))?[name.Length..].Trim();

    private static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The process ended while we looked.
            return "";
        }
    }
}
