namespace Ematix.Oracle;

/// <summary>A reason to refuse a load.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Column">The column whose values are wrong, where it is one.</param>
/// <param name="Count">How many rows are wrong; of duplicates and deletes, how many keys.</param>
/// <param name="Rows">The rows (by their place in the batch) without which it would not be refused for this reason.</param>
public sealed record Refusal(RefusalKind Kind, string? Column, long Count, IReadOnlyList<int> Rows);
