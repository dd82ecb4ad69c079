namespace Ematix;

/// <summary>How loads keep a view's table. The mode belongs to the view: its table has that shape, and no load can change it.</summary>
public enum SyncMode
{
    /// <summary>Keeps every version with the time it was valid (slowly changing dimension, type 2).</summary>
    Scd2,

    /// <summary>Adds every source row.</summary>
    Append,

    /// <summary>Keeps one row a key, updated in place (slowly changing dimension, type 1).</summary>
    Merge,

    /// <summary>Replaces all rows at each load, atomically.</summary>
    Truncate,
}
