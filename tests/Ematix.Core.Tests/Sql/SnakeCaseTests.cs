using System.Globalization;
using Ematix.Sql;

namespace Ematix.Tests.Sql;

/// <summary>C# names become database names, the same in every culture.</summary>
public sealed class SnakeCaseTests
{
    [Theory]
    [InlineData("UserId", "user_id")]
    [InlineData("UserID", "user_id")]
    [InlineData("ID", "id")]
    [InlineData("HTTPStatus", "http_status")]
    [InlineData("IOError", "io_error")]
    [InlineData("AvgOrderValue", "avg_order_value")]
    [InlineData("avgOrderValue", "avg_order_value")]
    [InlineData("Last7Days", "last7_days")]
    [InlineData("already_snake", "already_snake")]
    [InlineData("Half_Snake", "half_snake")]
    [InlineData("A", "a")]
    [InlineData("ÄrgerÖl", "ärger_öl")]
    [InlineData("TITLE", "title")]
    [InlineData("INDEXıI", "inde_xı_i")]
    public void Names_are_split_at_words_and_acronyms(string name, string expected)
    {
        foreach (var culture in new[] { "", "tr-TR", "de-DE", "ar-SA" })
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(expected, SnakeCase.Of(name));
        }
    }
}
