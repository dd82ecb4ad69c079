namespace Ematix;

/// <summary>How far a load has come.</summary>
/// <param name="RowsRead">Rows taken from the source so far.</param>
/// <param name="RowsStaged">Rows that stand in the database, ready to be compared.</param>
/// <param name="RowsChanged">Versions written or closed.</param>
public readonly record struct SyncProgress(long RowsRead, long RowsStaged, long RowsChanged);
