namespace Ematix.Oracle;

/// <summary>A view without event time: a version starts when a load first sees it.</summary>
internal sealed class SnapshotTable(OracleView view) : OracleTable(view)
{
    private readonly Dictionary<RowKey, List<HistoryVersion>> _histories = [];

    public override IReadOnlyCollection<RowKey> Keys => _histories.Keys;

    public override IReadOnlyList<HistoryVersion> History(RowKey key) => _histories.GetValueOrDefault(key, []);

    private protected override LoadOutcome Load(StagedBatch batch)
    {
        if (Duplicates.Refusal(batch) is { } duplicates)
            return new([duplicates]);
        StagedRow[] distinct = [.. batch.Rows.DistinctBy(row => row.Key)];
        var alive = _histories.Where(history => history.Value.Any(version => version.To is null && version.IsAlive(batch.LoadedAt, View.Ttl))).Select(history => history.Key).ToArray();
        RowKey[] gone = batch.Options.DeletesAbsent ? [.. alive.Except(distinct.Select(row => row.Key))] : [];
        if (DeleteGuard.Refusal(batch, gone.Length, alive.Length) is { } guarded)
            return new([guarded]);

        foreach (var key in gone)
            EndOpen(_histories[key], batch.LoadedAt, ClosedBy.Delete);
        var counts = distinct.Select(row => LoadRow(row, batch)).Aggregate(new LoadCounts(), Sum);
        return new(counts with { Duplicates = batch.Rows.Count - distinct.Length, Deleted = gone.Length, Expired = Expire(batch.Ttl, batch.LoadedAt) });
    }

    private protected override void Rewrite(Func<object?[], object?[]> change)
    {
        foreach (var history in _histories.Values)
        {
            for (var i = 0; i < history.Count; i++)
                history[i] = history[i] with { Values = change(history[i].Values) };
        }
    }

    private LoadCounts LoadRow(StagedRow row, StagedBatch batch)
    {
        if (!_histories.TryGetValue(row.Key, out var history))
            _histories[row.Key] = history = [];
        var current = history.SingleOrDefault(version => version.To is null);
        var values = batch.Carried(row, current is not null && current.IsAlive(batch.LoadedAt, View.Ttl) ? current.Values : null);
        if (current is null)
            return Start(history, values, batch.LoadedAt);
        if (!OracleView.SaysTheSame(values, current.Values, batch.Compared))
        {
            EndOpen(history, batch.LoadedAt, ClosedBy.Next);
            return Start(history, values, batch.LoadedAt) with { Closed = 1 };
        }

        if (batch.RenewalTtl is not { } ttl || 2 * (batch.LoadedAt - current.From) <= ttl)
            return new LoadCounts { Unchanged = 1 };
        EndOpen(history, batch.LoadedAt, ClosedBy.Renewal);
        return Start(history, values, batch.LoadedAt) with { Unchanged = 1, Closed = 1, Renewed = 1 };
    }

    private static LoadCounts Start(List<HistoryVersion> history, object?[] values, long loadedAt)
    {
        history.Add(new HistoryVersion(values, loadedAt, null, null, loadedAt));
        return new LoadCounts { Inserted = 1 };
    }

    private static void EndOpen(List<HistoryVersion> history, long at, ClosedBy by)
    {
        var open = history.FindIndex(version => version.To is null);
        history[open] = history[open] with { To = at, ClosedBy = by };
    }

    private int Expire(long? ttl, long loadedAt)
    {
        var expired = _histories.Values.Where(history => history.Any(version => version.HasOutlived(ttl, loadedAt))).ToArray();
        foreach (var history in expired)
            EndOpen(history, loadedAt, ClosedBy.Ttl);
        return expired.Length;
    }

    private static LoadCounts Sum(LoadCounts all, LoadCounts one) => all with
    {
        Unchanged = all.Unchanged + one.Unchanged,
        Inserted = all.Inserted + one.Inserted,
        Closed = all.Closed + one.Closed,
        Renewed = all.Renewed + one.Renewed,
    };
}
