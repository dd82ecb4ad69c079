using System.IO.Compression;
using System.Reflection;

namespace Ematix.Samples.Tests.Flights;

/// <summary>The real flights, weather and planes: in the folder that EMATIX_DATA names, else beside the repository.</summary>
internal static class FlightFiles
{
    private static readonly string ProjectDirectory = typeof(FlightFiles).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "ProjectDirectory").Value!;

    public static string Folder { get; } = Path.Combine(
        Environment.GetEnvironmentVariable("EMATIX_DATA") is { Length: > 0 } data ? data : Path.Combine(ProjectDirectory, "../../../shared/data"),
        "pnwflights14");

    public static bool Exist => Directory.Exists(Folder);

    public static void SkipIfAbsent() => Assert.SkipUnless(Exist, $"There is no folder {Folder}. Set EMATIX_DATA to the folder that holds pnwflights14.");

    /// <summary>The rows of a file as name → text; the empty text is NULL.</summary>
    public static IEnumerable<Dictionary<string, string>> Read(string name)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(Folder, name)), CompressionMode.Decompress));
        var columns = reader.ReadLine()!.Split(',');
        while (reader.ReadLine() is { } line)
            yield return columns.Zip(line.Split(',')).ToDictionary();
    }
}
