namespace Ematix.Oracle;

/// <summary>An entity key: equal to another if each column is, never by their joined text.</summary>
/// <param name="parts">The stored values of the key columns, in order.</param>
public sealed class RowKey(IReadOnlyList<object> parts) : IEquatable<RowKey>
{
    public IReadOnlyList<object> Parts { get; } = parts;

    public bool Equals(RowKey? other) => other is not null && Parts.SequenceEqual(other.Parts);

    public override bool Equals(object? obj) => Equals(obj as RowKey);

    public override int GetHashCode() => Parts.Aggregate(0, HashCode.Combine);
}
