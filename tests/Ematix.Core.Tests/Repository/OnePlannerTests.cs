using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;

namespace Ematix.Tests.Repository;

/// <summary>SQL is planned in Core and nowhere else.</summary>
public sealed partial class OnePlannerTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(
        typeof(OnePlannerTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "ProjectDirectory").Value!, "..", ".."));

    [Fact]
    public void No_string_of_the_runtime_starts_with_an_sql_verb()
    {
        string[] files = [.. Directory.EnumerateFiles(Path.Combine(Root, "src", "Ematix.Runtime"), "*.cs", SearchOption.AllDirectories).Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))];

        Assert.True(files.Length > 20);
        Assert.Empty(files.SelectMany(file => SqlIn(File.ReadAllText(file)).Select(text => $"{Path.GetFileName(file)}: {text}")));
    }

    [Theory]
    [InlineData("""var x = "select 1";""")]
    [InlineData("""var x = $"  UPDATE {table}";""")]
    [InlineData("var x = \"\"\"\n    WITH q AS (SELECT 1)\n    \"\"\";")]
    public void The_search_finds_what_it_looks_for(string code) => Assert.Single(SqlIn(code));

    [Fact]
    public void The_search_passes_prose() => Assert.Empty(SqlIn("""var x = "Set a longer LockTimeout"; var y = "selection"; // select 1"""));

    private static IEnumerable<string> SqlIn(string code) => CSharpSyntaxTree.ParseText(code).GetRoot().DescendantTokens()
        .Where(token => token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.InterpolatedStringTextToken)
        .Select(token => token.ValueText)
        .Where(text => StartsWithVerb().IsMatch(text));

    [GeneratedRegex(@"^\s*(SELECT|INSERT\s+INTO|UPDATE|DELETE\s+FROM|MERGE\s+INTO|WITH\s+\w+\s+AS|CREATE|ALTER|DROP|TRUNCATE|COPY|LOCK\s+TABLE|REFRESH|SET\s+(LOCAL|TRANSACTION|SESSION)|BEGIN|COMMIT|ANALYZE)\b", RegexOptions.IgnoreCase)]
    private static partial Regex StartsWithVerb();
}
