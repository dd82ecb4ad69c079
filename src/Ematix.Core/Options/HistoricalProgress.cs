namespace Ematix;

/// <summary>How far a historical read has come.</summary>
/// <param name="Rows">Rows given to the caller so far.</param>
/// <param name="SpineRows">Rows of the spine, or null while that is not known.</param>
public readonly record struct HistoricalProgress(long Rows, long? SpineRows);
