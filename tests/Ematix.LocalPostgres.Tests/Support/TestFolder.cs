namespace Ematix.LocalPostgres.Tests.Support;

/// <summary>A folder for one test, which a server's unprivileged user may write into unless told otherwise.</summary>
internal sealed class TestFolder : IDisposable
{
    private const UnixFileMode Open = (UnixFileMode)0b111_111_111;

    public TestFolder(string name = "ematix test", UnixFileMode mode = Open)
    {
        Outer = Directory.CreateTempSubdirectory("ematix-test-").FullName;
        Location = Path.Combine(Outer, name);
        Directory.CreateDirectory(Location);
        File.SetUnixFileMode(Outer, Open);
        File.SetUnixFileMode(Location, mode);
    }

    public string Location { get; }

    private string Outer { get; }

    public void Dispose() => Directory.Delete(Outer, recursive: true);
}
