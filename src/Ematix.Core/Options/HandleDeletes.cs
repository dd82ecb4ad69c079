namespace Ematix;

/// <summary>What a load does with keys that the source no longer contains.</summary>
public enum HandleDeletes
{
    /// <summary>Leaves them. The default.</summary>
    None,

    /// <summary>Closes their current version at the load time. Snapshot views in mode Scd2 only.</summary>
    Soft,

    /// <summary>Deletes their rows. Mode Merge only.</summary>
    Hard,
}
