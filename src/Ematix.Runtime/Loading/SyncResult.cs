namespace Ematix;

/// <summary>What a committed load did, or a dry run would have done.</summary>
public sealed record SyncResult
{
    /// <summary>The load's name, in every row that it wrote.</summary>
    public required Guid BatchId { get; init; }

    /// <summary>The load's time by the database's clock, in UTC: new snapshot versions start here.</summary>
    public required DateTimeOffset LoadedAt { get; init; }

    /// <summary>Whether the clock had gone back, so that the load took the last load's time plus one microsecond.</summary>
    public bool ClockAdjusted { get; init; }

    /// <summary>The way that the rows took.</summary>
    public SyncPath Path { get; init; }

    /// <summary>How far the source has been read, or null without <see cref="SyncOptions{TView}.IncrementalColumn"/>, in a backfill, and as long as no row was read.</summary>
    public Watermark? Watermark { get; init; }

    /// <summary>Rows taken from the source.</summary>
    public long RowsRead { get; init; }

    /// <summary>Of those, the rows that this load is about: inside its window, above its watermark.</summary>
    public long RowsStaged { get; init; }

    /// <summary>Rows left out because another row of the batch has the same key (and event time): identical ones, or ties of which the last counts.</summary>
    public long Duplicates { get; init; }

    /// <summary>Rows that say what is known already, those that renewed a version among them; in mode Merge also events older than what is known.</summary>
    public long Unchanged { get; init; }

    /// <summary>Late or future rows left out on purpose (<see cref="LateArrivals.Skip"/>, <see cref="FutureEvents.Skip"/>).</summary>
    public long Skipped { get; init; }

    /// <summary>Versions or rows written.</summary>
    public long Inserted { get; init; }

    /// <summary>Rows brought up to date in place (mode Merge).</summary>
    public long Updated { get; init; }

    /// <summary>Versions closed or rows deleted because the source no longer has their key; in mode Truncate, all that were there.</summary>
    public long Deleted { get; init; }

    /// <summary>Versions ended or replaced by a version that this load wrote.</summary>
    public long Closed { get; init; }

    /// <summary>Of those, unchanged ones reopened so that they stay alive within their time to live.</summary>
    public long Renewed { get; init; }

    /// <summary>Open versions ended because they outlived their time to live.</summary>
    public long Expired { get; init; }

    /// <summary>Whether it was a dry run: nothing of it stayed.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>The steps that the load took, in order, each with its duration.</summary>
    public IReadOnlyList<SyncStep> Steps { get; init; } = [];

    /// <summary>How long the load took in all.</summary>
    public TimeSpan Duration { get; init; }
}
