namespace Ematix;

/// <summary>What a load does with an event further ahead of the database's clock than <see cref="SyncOptions{TView}.ClockTolerance"/>.</summary>
public enum FutureEvents
{
    /// <summary>Refuses the whole load, naming the rows. The default.</summary>
    Reject,

    /// <summary>Leaves such rows out and counts them.</summary>
    Skip,
}
