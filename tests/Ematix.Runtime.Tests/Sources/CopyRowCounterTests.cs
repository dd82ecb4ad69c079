using Ematix.Loading;

namespace Ematix.Tests.Sources;

/// <summary>Rows are counted however the data is cut.</summary>
public sealed class CopyRowCounterTests
{
    /// <summary>Three rows, after the header: (1 byte, NULL), (), (0 bytes, 300 bytes); then the end.</summary>
    private static readonly byte[] Data =
    [
        0, 2, 0, 0, 0, 1, 7, 255, 255, 255, 255,
        0, 0,
        0, 2, 0, 0, 0, 0, 0, 0, 1, 44, .. new byte[300],
        255, 255,
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(7)]
    [InlineData(1000)]
    public void Chunks_of_any_size_have_the_same_rows(int size)
    {
        var counter = new CopyRowCounter();
        foreach (var chunk in Data.Chunk(size))
            counter.Add(chunk);

        Assert.Equal(3, counter.Rows);
    }

    [Fact]
    public void No_rows_are_none()
    {
        var counter = new CopyRowCounter();
        counter.Add([255, 255]);
        Assert.Equal(0, counter.Rows);
    }
}
