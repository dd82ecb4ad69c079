namespace Ematix.Oracle.Tests;

/// <summary>What the product gave.</summary>
/// <param name="Names">The names of the columns; none of typed rows.</param>
/// <param name="Rows">Stored values; of typed rows null where there is none.</param>
/// <param name="KnownAt">The instant that the read used, in microseconds, or null.</param>
/// <param name="Bytes">The record batches as an IPC stream; none of typed rows.</param>
internal sealed record TrainingOutput(IReadOnlyList<string> Names, IReadOnlyList<object?[]?> Rows, long? KnownAt, byte[] Bytes)
{
    /// <summary>Whether two rows are equal, value by value.</summary>
    public static bool IsSame(object?[]? left, object?[]? right) => left is null || right is null
        ? left is null && right is null
        : left.Length == right.Length && left.Zip(right).All(pair => Values.Same(pair.First, pair.Second));
}
