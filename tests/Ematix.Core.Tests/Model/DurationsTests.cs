using System.Globalization;
using Ematix.Model;

namespace Ematix.Tests.Model;

/// <summary>Durations as attributes write them.</summary>
public sealed class DurationsTests
{
    [Theory]
    [InlineData("30d", "30.00:00:00")]
    [InlineData("4h", "04:00:00")]
    [InlineData("90m", "01:30:00")]
    [InlineData("45s", "00:00:45")]
    [InlineData("500ms", "00:00:00.5")]
    [InlineData("P1D", "1.00:00:00")]
    [InlineData("P2W", "14.00:00:00")]
    [InlineData("PT36H", "1.12:00:00")]
    [InlineData("P1DT2H3M4.000005S", "1.02:03:04.000005")]
    [InlineData("PT0.5H", "00:30:00")]
    [InlineData("10675199d", "10675199.00:00:00")]
    public void A_duration_is_read_exactly(string text, string expected)
    {
        foreach (var culture in new[] { "", "tr-TR", "de-DE", "ar-SA" })
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(TimeSpan.Parse(expected, CultureInfo.InvariantCulture), Durations.Parse(text));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("0d")]
    [InlineData("-1d")]
    [InlineData("30")]
    [InlineData("d")]
    [InlineData("1.5d")]
    [InlineData("30 d")]
    [InlineData("30D")]
    [InlineData("30d\n")]
    [InlineData("٣٠d")]
    [InlineData("P1Y")]
    [InlineData("P1M")]
    [InlineData("P")]
    [InlineData("PT")]
    [InlineData("P1DT")]
    [InlineData("PT0.0000001S")]
    [InlineData("PT0.0000005S")]
    [InlineData("10675200d")]
    [InlineData("999999999999999d")]
    [InlineData("99999999999999999999d")]
    public void What_is_no_duration_is_null(string text) => Assert.Null(Durations.Parse(text));
}
