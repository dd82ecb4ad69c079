namespace Ematix.Oracle;

/// <summary>A historical read of one view: one answer a spine row, whatever is in it.</summary>
public sealed record HistoricalRead
{
    /// <summary>Whether only what started before the as-of counts, and what ends exactly there has not ended.</summary>
    public bool IsBefore { get; init; }

    /// <summary>A time to live shorter than the view's, in microseconds, or null for the view's.</summary>
    public long? Ttl { get; init; }

    /// <summary>The instant up to which loads count, or null for all of them.</summary>
    public long? KnownAt { get; init; }

    /// <summary>The instant that the read uses: one later than the last load is lowered to it.</summary>
    public long? KnownAtOf(OracleTable table) => KnownAt is { } asked && table.LastLoad is { } last ? Math.Min(asked, last) : KnownAt;

    /// <summary>The features of a spine row, all values of a version; null where there are none.</summary>
    /// <param name="table">The view's history.</param>
    /// <param name="key">The values of the key columns, NULL among them.</param>
    /// <param name="asOf">The as-of, or null.</param>
    public object?[]? Answer(OracleTable table, IReadOnlyList<object?> key, long? asOf)
    {
        if (asOf is not { } at || key.Any(part => part is null))
            return null;
        var history = table.History(new RowKey([.. key.Select(part => part!)]));
        var answer = KnownAtOf(table) is { } known ? AsKnown(history, at, known) : AsIs(history, at);
        var ttl = Ttl ?? table.View.Ttl;
        return answer is null || (ttl is not null && answer.From < at - ttl) ? null : answer.Values;
    }

    private bool Starts(HistoryVersion version, long asOf) => IsBefore ? version.From < asOf : version.From <= asOf;

    private bool Ended(long? end, long asOf) => IsBefore ? end < asOf : end <= asOf;

    private HistoryVersion? AsIs(IReadOnlyList<HistoryVersion> history, long asOf) =>
        history.LastOrDefault(version => version.IsVisible && Starts(version, asOf)) is { } newest && !Ended(newest.To, asOf) ? newest : null;

    /// <summary>
    /// Ends are of no account: later loads may have set them. But whoever was deleted, and known to be, is gone. Replaced versions count: they
    /// may have been replaced later.
    /// </summary>
    private HistoryVersion? AsKnown(IReadOnlyList<HistoryVersion> history, long asOf, long known)
    {
        var newest = history.Where(version => version.LoadedAt <= known && Starts(version, asOf)).OrderBy(version => version.From).ThenBy(version => version.LoadedAt).LastOrDefault();
        var isDeleted = newest is not null && history.Any(version => version.ClosedBy == ClosedBy.Delete && version.To > newest.From && version.To <= known && Ended(version.To, asOf));
        return isDeleted ? null : newest;
    }
}
