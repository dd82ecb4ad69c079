using Ematix.Training;

namespace Ematix.Tests.Training;

/// <summary>How a long spine is cut.</summary>
public sealed class PartSizeTests
{
    [Fact]
    public void A_spine_of_known_length_is_cut_into_an_even_number_of_equal_parts()
    {
        Assert.Equal([500_000, 500_000], PartSize.Cut(1_000_000).Select(part => part.Rows));
        Assert.Equal([300_000, 300_000, 300_000, 300_000], PartSize.Cut(1_200_000).Select(part => part.Rows));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(150_000)]
    [InlineData(150_001)]
    [InlineData(10_000_019)]
    public void Parts_follow_each_other_and_miss_no_row(long rows)
    {
        var parts = PartSize.Cut(rows);
        var above = 0L;
        foreach (var part in parts)
        {
            Assert.Equal(above, part.Above);
            Assert.InRange(part.Rows, 1, 500_000);
            above = part.UpTo;
        }

        Assert.Equal(rows, above);
        Assert.Equal(rows > 150_000, parts.Count > 1);
    }

    [Fact]
    public void Where_the_end_is_not_known_the_first_part_is_shorter() =>
        Assert.Equal([150_000, 500_000, 500_000], Enumerable.Range(0, 3).Select(PartSize.OfProbes));
}
