using System.Reflection;
using System.Runtime.CompilerServices;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace Ematix.Testing;

/// <summary>
/// Texts that tests compare with files: <c>_snapshots/{Class}.{Method}.verified.{extension}</c> in the test's project. A difference writes
/// <c>.received.{extension}</c> beside it and fails. <c>EMATIX_ACCEPT_SNAPSHOTS=1</c> accepts; never where <c>CI=true</c>.
/// </summary>
/// <param name="testClass">The class of the tests; it names the files, and its assembly the project.</param>
/// <param name="extension">What the texts are, for editors: <c>cs</c> or <c>sql</c>.</param>
public sealed class Snapshots(Type testClass, string extension = "cs")
{
    private readonly string _directory = Path.Combine(ProjectDirectory(testClass.Assembly), "_snapshots");

    private static bool Accepts =>
        Environment.GetEnvironmentVariable("EMATIX_ACCEPT_SNAPSHOTS") == "1" && Environment.GetEnvironmentVariable("CI") != "true";

    /// <summary>Compares a text with the snapshot of the calling test.</summary>
    /// <param name="actual">The text.</param>
    /// <param name="test">The test method; leave it to the compiler.</param>
    /// <exception cref="SnapshotException">They differ, or there is no snapshot; the message shows the difference.</exception>
    public void Match(string actual, [CallerMemberName] string test = "")
    {
        var file = Path.Combine(_directory, $"{testClass.Name}.{test}");
        var (verified, received) = ($"{file}.verified.{extension}", $"{file}.received.{extension}");
        var expected = File.Exists(verified) ? File.ReadAllText(verified) : null;
        if (expected == actual)
        {
            File.Delete(received);
            return;
        }

        Directory.CreateDirectory(_directory);
        File.WriteAllText(Accepts ? verified : received, actual);
        if (!Accepts)
            throw new SnapshotException($"{verified} {(expected is null ? "does not exist" : "differs")}:\n{Difference(expected ?? "", actual)}");
        File.Delete(received);
    }

    /// <summary>The snapshots of a project that belong to no test method: nothing would notice if they went stale.</summary>
    /// <param name="tests">The test assembly.</param>
    /// <param name="isTest">Whether a method is a test.</param>
    public static IReadOnlyList<string> Unread(Assembly tests, Func<MethodInfo, bool> isTest)
    {
        var known = tests.GetTypes()
            .SelectMany(type => type.GetMethods().Where(isTest).Select(method => $"{type.Name}.{method.Name}"))
            .ToHashSet(StringComparer.Ordinal);
        var directory = Path.Combine(ProjectDirectory(tests), "_snapshots");
        return Directory.Exists(directory)
            ? [.. Directory.GetFiles(directory, "*.verified.*").Select(file => Path.GetFileName(file)!).Where(file => !known.Contains(file[..file.IndexOf(".verified.", StringComparison.Ordinal)])).Order(StringComparer.Ordinal)]
            : [];
    }

    // Not from [CallerFilePath], which a deterministic build maps to another place.
    private static string ProjectDirectory(Assembly tests) =>
        tests.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "ProjectDirectory").Value!;

    private static string Difference(string expected, string actual) => string.Join('\n', InlineDiffBuilder.Diff(expected, actual).Lines
        .Where(line => line.Type != ChangeType.Unchanged)
        .Select(line => $"{(line.Type == ChangeType.Inserted ? '+' : '-')} {line.Position,4} {line.Text}"));
}

/// <summary>A text differs from its snapshot.</summary>
/// <param name="message">The file and the difference.</param>
public sealed class SnapshotException(string message) : Exception(message);
