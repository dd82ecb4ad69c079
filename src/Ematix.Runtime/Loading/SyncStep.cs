namespace Ematix;

/// <summary>One step of a load, and how long it took.</summary>
/// <param name="Kind">What was done.</param>
/// <param name="Duration">How long it took, by the client's clock.</param>
public readonly record struct SyncStep(SyncStepKind Kind, TimeSpan Duration);

/// <summary>The steps of a load, in the order in which they run; a load takes those that its mode and options need.</summary>
public enum SyncStepKind
{
    /// <summary>Creates and checks what the load needs.</summary>
    Ensure,

    /// <summary>Records that the run begins.</summary>
    Begin,

    /// <summary>Waits for other loads of the same target.</summary>
    Lock,

    /// <summary>Brings the source's rows into the database.</summary>
    Stage,

    /// <summary>Counts the rows and judges each by itself.</summary>
    Inspect,

    /// <summary>Reads the load's time; waits out events that are a little ahead of it.</summary>
    Clock,

    /// <summary>Reduces the source to the rows that count.</summary>
    Reduce,

    /// <summary>Compares them with what is there; finds late events.</summary>
    FindChanges,

    /// <summary>Deletes what the source no longer has.</summary>
    Delete,

    /// <summary>Ends the versions that changes follow or replace.</summary>
    Close,

    /// <summary>Brings rows up to date in place.</summary>
    Update,

    /// <summary>Writes new versions or rows.</summary>
    Insert,

    /// <summary>Ends versions that outlived their time to live.</summary>
    Expire,

    /// <summary>Brings the online snapshot up to date.</summary>
    Online,

    /// <summary>Records the load's time, its watermark and what the run did.</summary>
    Catalog,

    /// <summary>Commits.</summary>
    Commit,
}
