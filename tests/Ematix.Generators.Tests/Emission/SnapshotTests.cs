using System.Reflection;
using Ematix.Testing;

namespace Ematix.Generators.Tests;

/// <summary>Snapshots that could heal themselves, or that nothing reads, would prove nothing.</summary>
public sealed class SnapshotTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("ematix-snapshots-").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public void Every_snapshot_belongs_to_a_test() =>
        Assert.Empty(Snapshots.Unread(typeof(SnapshotTests).Assembly, method => method.GetCustomAttribute<FactAttribute>() is not null));

    [Fact]
    public void A_snapshot_of_no_test_is_found() =>
        Assert.NotEmpty(Snapshots.Unread(typeof(SnapshotTests).Assembly, method => method.Name != nameof(GeneratedCodeTests.Registry)));

    [Fact]
    public void A_text_without_a_snapshot_fails_until_it_is_accepted()
    {
        Assert.Throws<SnapshotException>(() => With("").Match("text"));
        Assert.Throws<SnapshotException>(() => With("").Match("text"));
        With("EMATIX_ACCEPT_SNAPSHOTS").Match("text");
        With("").Match("text");
    }

    [Fact]
    public void A_difference_fails_and_shows_itself()
    {
        With("EMATIX_ACCEPT_SNAPSHOTS").Match("one\ntwo");

        var error = Assert.Throws<SnapshotException>(() => With("").Match("one\nthree"));

        Assert.Contains("+    2 three", error.Message, StringComparison.Ordinal);
        Assert.Throws<SnapshotException>(() => With("").Match("one\r\ntwo"));
    }

    [Fact]
    public void Nothing_is_accepted_in_ci() =>
        Assert.Throws<SnapshotException>(() => With("EMATIX_ACCEPT_SNAPSHOTS", "CI").Match("text"));

    private Snapshots With(params string[] variables) => new(
        _directory, nameof(SnapshotTests), "cs", name => !variables.Contains(name) ? null : name == "CI" ? "true" : "1");
}
