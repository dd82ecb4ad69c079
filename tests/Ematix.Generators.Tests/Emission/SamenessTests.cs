using System.Globalization;

namespace Ematix.Generators.Tests;

/// <summary>The same sources give the same bytes, whoever compiles them where.</summary>
public sealed class SamenessTests
{
    private static readonly string Turkish = Sources.UserFeatures.Replace("UserFeatures", "UserIDs").Replace("TotalPurchases", "ITEMS").Replace("= \"30d\"", "= \"PT1.5S\"");

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    [InlineData("th-TH")]
    public void In_every_culture(string name)
    {
        var expected = Generated.From(Sources.EveryType, Turkish).Files;
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo(name);
            Assert.Equal(expected, Generated.From(Sources.EveryType, Turkish).Files);
        }
        finally
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public void From_sources_with_any_line_ends()
    {
        var source = Sources.UserFeatures.Replace("\"Per-user purchase aggregates\"", "\"\"\"\n    Two\n    lines\n    \"\"\"");
        var expected = Generated.From(source).Files;

        Assert.Equal(expected, Generated.From(source.Replace("\n", "\r\n")).Files);
        Assert.All(expected.Values, text => Assert.DoesNotContain('\r', text));
    }

    [Fact]
    public void In_any_order_of_files() => Assert.Equal(
        Generated.From(Sources.UserFeatures, Sources.Merchant).Files.OrderBy(file => file.Key),
        Generated.From(Sources.Merchant, Sources.UserFeatures).Files.OrderBy(file => file.Key));
}
