namespace Ematix.Benchmarks.Training;

/// <summary>Ways that give the same answer agree in these.</summary>
/// <param name="Rows">Rows.</param>
/// <param name="Present">Rows with a version of the first view.</param>
/// <param name="Purchases">The sum of its first feature.</param>
internal sealed record Checksum(long Rows, long Present, long Purchases)
{
    /// <summary>In words.</summary>
    public string Text => FormattableString.Invariant($"{Rows:N0} rows, {Present:N0} with a version of the first view, the sum of its first feature {Purchases}");
}
