using System.Reflection;
using System.Runtime.CompilerServices;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace Ematix.Testing;

/// <summary>
/// Texts that tests compare with files: <c>_snapshots/{Class}.{Method}.verified.cs</c> in the test's project. A difference writes
/// <c>.received.cs</c> beside it and fails. <c>EMATIX_ACCEPT_SNAPSHOTS=1</c> accepts; never where <c>CI=true</c>.
/// </summary>
/// <param name="directory">Where the files are.</param>
/// <param name="name">What the files' names begin with: the class of the tests.</param>
/// <param name="extension">What kind of text the files hold, so that editors show it well.</param>
/// <param name="environment">The environment variables.</param>
public sealed class Snapshots(string directory, string name, string extension, Func<string, string?> environment)
{
    /// <summary>The snapshots of a test class; its assembly names the project.</summary>
    /// <param name="testClass">The class of the tests.</param>
    /// <param name="extension">What kind of text the files hold.</param>
    public Snapshots(Type testClass, string extension = "cs")
        : this(DirectoryOf(testClass.Assembly), testClass.Name, extension, Environment.GetEnvironmentVariable)
    {
    }

    private bool Accepts => environment("EMATIX_ACCEPT_SNAPSHOTS") == "1" && environment("CI") != "true";

    /// <summary>Compares a text with the snapshot of the calling test.</summary>
    /// <param name="actual">The text.</param>
    /// <param name="test">The test method; leave it to the compiler.</param>
    /// <exception cref="SnapshotException">They differ, or there is no snapshot; the message shows the difference.</exception>
    public void Match(string actual, [CallerMemberName] string test = "")
    {
        var file = Path.Combine(directory, $"{name}.{test}");
        var (verified, received) = ($"{file}.verified.{extension}", $"{file}.received.{extension}");
        var expected = File.Exists(verified) ? File.ReadAllText(verified) : null;
        if (expected == actual)
        {
            File.Delete(received);
            return;
        }

        Directory.CreateDirectory(directory);
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
        var directory = DirectoryOf(tests);
        return Directory.Exists(directory)
            ? [.. Directory.GetFiles(directory, "*.verified.*").Select(file => Path.GetFileName(file)!).Where(file => !known.Contains(file[..file.IndexOf(".verified.", StringComparison.Ordinal)])).Order(StringComparer.Ordinal)]
            : [];
    }

    // Not from [CallerFilePath], which a deterministic build maps to another place.
    private static string DirectoryOf(Assembly tests) => Path.Combine(
        tests.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "ProjectDirectory").Value!, "_snapshots");

    private static string Difference(string expected, string actual) => string.Join('\n', InlineDiffBuilder.Diff(expected, actual).Lines
        .Where(line => line.Type != ChangeType.Unchanged)
        .Select(line => $"{(line.Type == ChangeType.Inserted ? '+' : '-')} {line.Position,4} {line.Text}"));
}

/// <summary>A text differs from its snapshot.</summary>
/// <param name="message">The file and the difference.</param>
public sealed class SnapshotException(string message) : Exception(message);
