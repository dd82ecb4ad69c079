namespace Ematix;

/// <summary>How the snapshot of current versions is kept.</summary>
public enum OnlineStore
{
    /// <summary>A materialized view, refreshed concurrently at the end of each load that changed something.</summary>
    MaterializedView,

    /// <summary>A plain table that each load updates by what it changed.</summary>
    Table,
}
