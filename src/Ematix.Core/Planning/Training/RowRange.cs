namespace Ematix.Planning.Training;

/// <summary>Rows of a staged spine, by their numbers.</summary>
/// <param name="Above">The number before the first.</param>
/// <param name="UpTo">The last number.</param>
internal readonly record struct RowRange(long Above, long UpTo)
{
    /// <summary>How many rows.</summary>
    public long Rows => UpTo - Above;
}
