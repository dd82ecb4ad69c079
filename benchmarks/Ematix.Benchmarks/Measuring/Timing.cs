namespace Ematix.Benchmarks.Measuring;

/// <summary>How long one way took, run by run.</summary>
/// <param name="Name">The way.</param>
/// <param name="Seconds">Each measured run.</param>
internal sealed record Timing(string Name, IReadOnlyList<double> Seconds)
{
    /// <summary>The middle run; of an even number the mean of the two in the middle.</summary>
    public double Median
    {
        get
        {
            double[] sorted = [.. Seconds.Order()];
            return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
        }
    }

    /// <summary>The median beside another's.</summary>
    public double Beside(Timing other) => Median / other.Median;
}
