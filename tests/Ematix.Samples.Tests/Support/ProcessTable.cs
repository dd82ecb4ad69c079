namespace Ematix.Samples.Tests.Support;

/// <summary>The processes of this machine, as Linux shows them under /proc.</summary>
internal static class ProcessTable
{
    /// <summary>The command lines that name a text.</summary>
    public static IReadOnlyList<string> Naming(string text) =>
    [
        .. from folder in Directory.EnumerateDirectories("/proc")
           where int.TryParse(Path.GetFileName(folder), out _)
           let command = Read(Path.Combine(folder, "cmdline")).Replace('\0', ' ')
           where command.Contains(text, StringComparison.Ordinal)
           select command,
    ];

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
