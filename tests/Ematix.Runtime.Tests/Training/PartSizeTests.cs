using Ematix.Training;

namespace Ematix.Tests.Training;

/// <summary>How a long spine is cut.</summary>
public sealed class PartSizeTests
{
    [Fact]
    public void Parts_grow_and_the_last_are_about_equal() => Assert.Equal(
        [50_000, 50_000, 100_000, 100_000, 200_000, 200_000, 150_000, 150_000],
        PartSize.Cut(1_000_000).Select(part => part.Rows));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(75_000)]
    [InlineData(75_001)]
    [InlineData(100_000)]
    [InlineData(10_000_019)]
    public void Parts_follow_each_other_and_miss_no_row(long rows)
    {
        var parts = PartSize.Cut(rows);
        var above = 0L;
        foreach (var part in parts)
        {
            Assert.Equal(above, part.Above);
            Assert.InRange(part.Rows, 1, 525_000);
            above = part.UpTo;
        }

        Assert.Equal(rows, above);
        Assert.Equal(rows > 75_000, parts.Count > 1);
    }

    [Fact]
    public void Where_the_end_is_not_known_parts_grow_up_to_a_limit() => Assert.Equal(
        [50_000, 50_000, 100_000, 100_000, 200_000, 200_000, 400_000, 400_000, 500_000, 500_000, 500_000],
        Enumerable.Range(0, 11).Select(PartSize.OfProbes));
}
