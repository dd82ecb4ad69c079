using System.Reflection;
using System.Text.RegularExpressions;
using Ematix.Testing;

namespace Ematix.Generators.Tests;

/// <summary>The README's code compiles as it stands, with what the generator adds.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string Readme = Path.Combine(
        typeof(ReadmeTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "ProjectDirectory").Value!, "..", "..", "README.md");

    [Fact]
    public void Its_code_compiles_without_a_warning()
    {
        string[] blocks = [.. Code().Matches(File.ReadAllText(Readme)).Select(match => match.Groups[1].Value)];

        Assert.NotEmpty(blocks);
        foreach (var block in blocks)
            Assert.Empty(GeneratorRun.First(new FeatureViewGenerator(), UserProject.Of(block)).Output.Problems());
    }

    [GeneratedRegex(@"^```csharp\r?\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Code();
}
