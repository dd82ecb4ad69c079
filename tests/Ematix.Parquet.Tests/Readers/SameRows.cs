using Ematix.Tests.Types;

namespace Ematix.Tests.Readers;

/// <summary>Compares rows of canonical texts. JSON is compared as JSON: the database has its own spelling.</summary>
internal static class SameRows
{
    private static readonly string[] Json = ["json = ", "json_text = "];

    public static void Assert(IEnumerable<string[]> expected, IEnumerable<string[]> found) =>
        Xunit.Assert.Equal(expected.Select(row => string.Join("\n", row)), found.Select(row => string.Join("\n", row.Select(Spelt))));

    private static string Spelt(string cell) =>
        Array.Find(Json, name => cell.StartsWith(name, StringComparison.Ordinal)) is { } name && cell[name.Length..] != Canonical.Null
            ? name + Rendering.Value(cell[name.Length..], "JsonText")
            : cell;
}
