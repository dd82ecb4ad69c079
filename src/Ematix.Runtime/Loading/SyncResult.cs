namespace Ematix;

/// <summary>What a committed load did.</summary>
public sealed record SyncResult
{
    /// <summary>The load's name, in every row that it wrote.</summary>
    public required Guid BatchId { get; init; }

    /// <summary>The load's time by the database's clock, in UTC: new snapshot versions start here.</summary>
    public required DateTimeOffset LoadedAt { get; init; }

    /// <summary>Whether the clock had gone back, so that the load took the last load's time plus one microsecond.</summary>
    public bool ClockAdjusted { get; init; }

    /// <summary>Rows read from the source.</summary>
    public long RowsRead { get; init; }

    /// <summary>Rows left out because another row of the batch has the same key (and event time): identical ones, or ties of which the last counts.</summary>
    public long Duplicates { get; init; }

    /// <summary>Rows that say what the history says already; those that renewed a version are among them.</summary>
    public long Unchanged { get; init; }

    /// <summary>Late rows left out on purpose (<see cref="LateArrivals.Skip"/>).</summary>
    public long Skipped { get; init; }

    /// <summary>Versions written.</summary>
    public long Inserted { get; init; }

    /// <summary>Versions ended or replaced by a version that this load wrote.</summary>
    public long Closed { get; init; }

    /// <summary>Of those, unchanged ones reopened so that they stay alive within their time to live.</summary>
    public long Renewed { get; init; }

    /// <summary>Open versions ended because they outlived their time to live.</summary>
    public long Expired { get; init; }

    /// <summary>How long the load took in all.</summary>
    public TimeSpan Duration { get; init; }
}
