namespace Ematix.Oracle;

/// <summary>A row of a batch.</summary>
/// <param name="Place">Its place in source order, from 0.</param>
/// <param name="Key">Its entity.</param>
/// <param name="Values">Its stored values, one a column.</param>
internal sealed record StagedRow(int Place, RowKey Key, object?[] Values);
