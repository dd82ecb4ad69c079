namespace Ematix.Samples.Tests.Support;

/// <summary>A temporary folder of a test's own. Everybody may enter it: a server that a sample starts as root runs as somebody else.</summary>
internal sealed class TestFolder : IDisposable
{
    public TestFolder()
    {
        Location = Directory.CreateTempSubdirectory("ematix-samples-").FullName;
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Location, (UnixFileMode)0b111_111_111);
    }

    public string Location { get; }

    public string[] Entries => Directory.GetFileSystemEntries(Location);

    public string PathOf(string name) => Path.Combine(Location, name);

    public void Dispose()
    {
        try
        {
            Directory.Delete(Location, recursive: true);
        }
        catch (IOException)
        {
            // A server that was left behind still writes there; the test that looked for it says so.
        }
    }
}
