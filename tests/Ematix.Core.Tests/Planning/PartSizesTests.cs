using Ematix.Planning.Training;

namespace Ematix.Tests.Planning;

/// <summary>How a long spine is cut.</summary>
public sealed class PartSizesTests
{
    [Fact]
    public void A_spine_of_known_length_is_cut_into_as_few_equal_parts_as_can_be()
    {
        Assert.Equal([1_000_000], PartSizes.Cut(1_000_000, 1_000_000).Select(part => part.Rows));
        Assert.Equal([600_001, 600_000], PartSizes.Cut(1_200_001, 1_000_000).Select(part => part.Rows));
        Assert.Equal([3, 3, 2], PartSizes.Cut(8, 3).Select(part => part.Rows));
    }

    [Theory]
    [InlineData(0, 7)]
    [InlineData(1, 7)]
    [InlineData(7, 7)]
    [InlineData(10_000_019, 1_000_000)]
    [InlineData(long.MaxValue, long.MaxValue)]
    public void Parts_follow_each_other_and_miss_nothing(long length, long most)
    {
        var above = 0L;
        foreach (var part in PartSizes.Cut(length, most))
        {
            Assert.Equal(above, part.Above);
            Assert.InRange(part.Rows, 1, most);
            above = part.UpTo;
        }

        Assert.Equal(length, above);
    }

    [Fact]
    public void Where_the_end_is_not_known_the_first_part_is_shorter_unless_each_is_a_pass()
    {
        Assert.Equal([150_000, 1_000_000, 1_000_000], Enumerable.Range(0, 3).Select(part => PartSizes.Default.Of(part, isPassed: false)));
        Assert.Equal([1_000_000, 1_000_000], Enumerable.Range(0, 2).Select(part => PartSizes.Default.Of(part, isPassed: true)));
    }
}
