using System.Text.RegularExpressions;
using Ematix.Rules;
using Microsoft.CodeAnalysis;

namespace Ematix.Analyzers.Tests;

/// <summary>An id, its descriptor, its page, its row in the release table and its test class are one thing in five places.</summary>
public sealed class RuleCatalogTests
{
    private static readonly string[] Ids = [.. RuleCatalog.All.Select(rule => rule.Id)];

    private static IEnumerable<DiagnosticDescriptor> Descriptors => TestCompilation.Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).Distinct();

    [Fact]
    public void Every_rule_has_an_id_of_its_own()
    {
        Assert.NotEmpty(Ids);
        Assert.Equal(Ids.Distinct(), Ids);
        Assert.All(Ids, id => Assert.Matches("^EMX[0-9]{4}$", id));
    }

    [Fact]
    public void Every_rule_class_is_in_the_catalog()
    {
        var classes = typeof(RuleCatalog).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false }
            && (typeof(IViewRule).IsAssignableFrom(type) || typeof(IViewPairRule).IsAssignableFrom(type) || typeof(ILoadRule).IsAssignableFrom(type) || typeof(IServiceRule).IsAssignableFrom(type)));
        var listed = RuleCatalog.ViewRules.Cast<object>().Concat(RuleCatalog.PairRules).Concat(RuleCatalog.LoadRules).Concat(RuleCatalog.ServiceRules).Distinct().Select(rule => rule.GetType());
        Assert.Equal(classes.OrderBy(type => type.Name, StringComparer.Ordinal), listed.OrderBy(type => type.Name, StringComparer.Ordinal));
    }

    [Fact]
    public void Descriptors_say_what_the_rules_say()
    {
        var said = Descriptors.Select(descriptor => new RuleInfo(
            descriptor.Id,
            descriptor.DefaultSeverity == DiagnosticSeverity.Error ? RuleSeverity.Error : RuleSeverity.Warning,
            descriptor.Title.ToString(null),
            descriptor.MessageFormat.ToString(null)));
        Assert.Equal(RuleCatalog.All, said.OrderBy(info => info.Id, StringComparer.Ordinal));
        Assert.All(Descriptors, descriptor => Assert.True(descriptor.IsEnabledByDefault));
    }

    [Fact]
    public void Help_links_lead_to_the_pages() => Assert.All(Descriptors, descriptor => Assert.Equal(
        $"https://github.com/ematix/ematix-flow-dotnet/blob/main/{RuleCatalog.All.Single(rule => rule.Id == descriptor.Id).Page}",
        descriptor.HelpLinkUri));

    [Fact]
    public void There_is_a_page_for_each_rule_and_for_nothing_else()
    {
        var pages = Directory.EnumerateFiles(RulePage.Folder, "EMX*").Select(Path.GetFileName).Order(StringComparer.Ordinal);
        Assert.Equal(Ids.Select(id => $"{id}.md"), pages);
    }

    [Fact]
    public void The_list_of_pages_names_each_once_with_its_title()
    {
        var rows = Regex.Matches(File.ReadAllText(Path.Combine(RulePage.Folder, "README.md")), @"^\| \[(EMX\d+)\]\(\1\.md\) \| (.+) \|$", RegexOptions.Multiline);
        Assert.Equal(RuleCatalog.All.Select(rule => (rule.Id, rule.Title)), rows.Select(row => (row.Groups[1].Value, row.Groups[2].Value)));
    }

    [Fact]
    public void There_is_a_row_in_a_release_table_for_each_descriptor_and_for_nothing_else()
    {
        var folder = Path.Combine(RulePage.Folder, "..", "..", "src", "Ematix.Analyzers");
        var tables = Directory.EnumerateFiles(folder, "AnalyzerReleases.*.md").Order(StringComparer.Ordinal);
        var rows = Regex.Matches(string.Concat(tables.Select(File.ReadAllText)), @"^(EMX\d+) \| (\S+) \| (\S+) \| .*\[Documentation\]\((\S+)\)$", RegexOptions.Multiline);
        Assert.Equal(
            Descriptors.Select(each => (each.Id, each.Category, each.DefaultSeverity.ToString(), each.HelpLinkUri)).OrderBy(row => row.Id, StringComparer.Ordinal),
            rows.Select(row => (row.Groups[1].Value, row.Groups[2].Value, row.Groups[3].Value, row.Groups[4].Value)));
    }

    [Fact]
    public void There_is_a_test_class_for_each_rule_and_for_nothing_else()
    {
        var classes = typeof(RuleCatalogTests).Assembly.GetTypes().Select(type => type.Name).Where(name => name.StartsWith("EMX", StringComparison.Ordinal));
        Assert.Equal(Ids.Select(id => $"{id}Tests"), classes.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_analyzers_load_where_no_editor_is() => Assert.DoesNotContain(
        new[] { typeof(FeatureViewAnalyzer).Assembly, typeof(CodeAnalysis.FeatureViewParser).Assembly, typeof(RuleCatalog).Assembly },
        assembly => assembly.GetReferencedAssemblies().Any(reference => reference.Name!.Contains("Workspaces", StringComparison.Ordinal)));
}
