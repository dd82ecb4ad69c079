using System.Reflection;
using System.Text.RegularExpressions;
using Ematix.Rules;

namespace Ematix.Analyzers.Tests;

/// <summary>The page of a rule, taken apart.</summary>
internal sealed partial record RulePage(string Title, string Message, string Invalid, string Fixed, string Why)
{
    public static readonly string Folder = Path.Combine(Metadata("ProjectDirectory"), "..", "..", "docs", "rules");

    public static RulePage Read(RuleInfo rule)
    {
        var text = File.ReadAllText(Path.Combine(Folder, $"{rule.Id}.md"));
        var match = Shape().Match(text);
        Assert.True(match.Success, $"{rule.Page} has not the sections that a rule's page has: What it says (with the message), Invalid, Fixed, Why.");
        return new RulePage(Part("title"), Part("message"), Part("invalid"), Part("fixed"), Part("why"));

        string Part(string name) => match.Groups[name].Value;
    }

    private static string Metadata(string key) => typeof(RulePage).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;

    [GeneratedRegex("""
        \A\# \ (?<title>[^\n]+)\n\n
        \#\# \ What \ it \ says\n\n .+? \n\n > \ (?<message>[^\n]+)\n\n
        \#\# \ Invalid\n\n ```csharp\n (?<invalid>.+?) ```\n\n
        \#\# \ Fixed\n\n ```csharp\n (?<fixed>.+?) ```\n\n
        \#\# \ Why\n\n (?<why>.+)\n\z
        """, RegexOptions.Singleline | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Shape();
}
