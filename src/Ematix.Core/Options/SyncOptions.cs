namespace Ematix;

/// <summary>The options of one load of <typeparamref name="TView"/>. Every default is the careful choice.</summary>
/// <typeparam name="TView">The feature view.</typeparam>
public sealed record SyncOptions<TView>
{
    /// <summary>The columns whose change makes a new version. Default: all that are neither keys nor reserved. The event time is always compared.</summary>
    public IReadOnlyList<FeatureColumn<TView>>? CompareColumns { get; init; }

    /// <summary>Mode Merge: the columns that change in a row that exists. Default: all but the keys.</summary>
    public IReadOnlyList<FeatureColumn<TView>>? UpdateColumns { get; init; }

    /// <summary>The features that this source provides; the others are carried from the version alive at the row's instant.</summary>
    public IReadOnlyList<FeatureColumn<TView>>? FeatureSet { get; init; }

    /// <summary>
    /// A column of the source by which only rows are read that are new: from the greatest value read so far on, that value included (so that what is committed late with the same
    /// value is not lost; rows that are read again change nothing), or above it in mode Append. The view need not have the column. It is an integer, text (ordered by its bytes),
    /// timestamptz, timestamp, date or uuid; a row where it is NULL refuses the load. What was read is kept per target, column and <see cref="FeatureSet"/>, in the load's transaction.
    /// </summary>
    public string? IncrementalColumn { get; init; }

    /// <summary>
    /// How far below the watermark rows are read again, for rows that were committed late: longer than the longest transaction of those that write the source. With a column of times only
    /// (of dates, whole days, rounded up), and not in mode Append.
    /// </summary>
    public TimeSpan? Lookback { get; init; }

    /// <summary>What happens to keys that the source no longer contains.</summary>
    public HandleDeletes HandleDeletes { get; init; }

    /// <summary>The greatest share of the current keys (0 to 1) that a load may delete before it is refused. Default 0.5.</summary>
    public double MaxDeleteFraction { get; init; } = 0.5;

    /// <summary>Lets an empty source delete everything.</summary>
    public bool AllowEmptySource { get; init; }

    /// <summary>Takes another NOT NULL instant of an event-time view as this load's event time.</summary>
    public FeatureColumn<TView>? EventTimestamp { get; init; }

    /// <summary>
    /// The time to live that this load's expiry step uses. Reads keep the view's. In a view without event time, an unchanged row renews a version that is older than half of
    /// this or of the view's, whichever is shorter, so that a load never ends what its source confirms.
    /// </summary>
    public TimeSpan? Ttl { get; init; }

    /// <summary>What happens to late events. Default: <see cref="Ematix.LateArrivals.Reject"/>; with a <see cref="BackfillWindow"/>, <see cref="Ematix.LateArrivals.Insert"/>.</summary>
    public LateArrivals? LateArrivals { get; init; }

    /// <summary>What happens to events further ahead than <see cref="ClockTolerance"/>.</summary>
    public FutureEvents FutureEvents { get; init; }

    /// <summary>How far an event may be ahead of the database's clock: the load waits that long for it. Default 2 s.</summary>
    public TimeSpan ClockTolerance { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Reads only rows with an event time inside, and neither uses nor moves the watermark.</summary>
    public BackfillWindow? BackfillWindow { get; init; }

    /// <summary>What happens when the live table differs from the view.</summary>
    public OnDrift OnDrift { get; init; }

    /// <summary>Plans and runs everything, reports it, and rolls it back.</summary>
    public bool DryRun { get; init; }

    /// <summary>Creates what is missing before the load. Switch it off for roles that may not create. Default true.</summary>
    public bool EnsureFirst { get; init; } = true;

    /// <summary>How long the load waits for another load of the same target; zero or less for ever. Default 1 min.</summary>
    public TimeSpan LockTimeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The limit of each statement of the load, or null for none. Default: none.</summary>
    public TimeSpan? StatementTimeout { get; init; }

    /// <summary>Receives how far the load has come.</summary>
    public IProgress<SyncProgress>? Progress { get; init; }
}
