using System.Globalization;
using Ematix.Rules;

namespace Ematix.Analyzers.Tests;

public sealed class RulePageTests
{
    // What a new project has by itself, and the product's namespace.
    private const string Usings = "global using System; global using System.Threading.Tasks; global using Ematix;";

    public static TheoryData<string> Ids => [.. RuleCatalog.All.Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_invalid_code_has_this_one_error_with_the_message_on_the_page(string id)
    {
        var rule = RuleCatalog.All.Single(rule => rule.Id == id);
        var diagnostic = Assert.Single(await TestCompilation.DiagnosticsAsync(RulePage.Read(rule).Invalid, Usings));
        Assert.Equal(id, diagnostic.Id);
        Assert.Equal(RulePage.Read(rule).Message, diagnostic.GetMessage(CultureInfo.InvariantCulture));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_fixed_code_has_none(string id) =>
        Assert.Empty(await TestCompilation.DiagnosticsAsync(RulePage.Read(RuleCatalog.All.Single(rule => rule.Id == id)).Fixed, Usings));

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_title_is_the_rule_s(string id)
    {
        var rule = RuleCatalog.All.Single(rule => rule.Id == id);
        Assert.Equal($"{id}: {rule.Title}", RulePage.Read(rule).Title);
    }
}
