namespace Ematix;

/// <summary>How far the writing of a file has come.</summary>
/// <param name="Rows">Rows written so far.</param>
/// <param name="Batches">Record batches written so far.</param>
public readonly record struct ExportProgress(long Rows, long Batches);
