namespace Ematix.Oracle;

/// <summary>A view without event time: a version starts when a load first sees it.</summary>
internal sealed class SnapshotTable(OracleView view) : OracleTable(view)
{
    private readonly Dictionary<RowKey, List<HistoryVersion>> _histories = [];

    public override IReadOnlyCollection<RowKey> Keys => _histories.Keys;

    public override IReadOnlyList<HistoryVersion> History(RowKey key) => _histories.GetValueOrDefault(key, []);

    private protected override LoadOutcome Load(IReadOnlyList<StagedRow> rows, long loadedAt, Late late)
    {
        if (Duplicates(rows) is { } refusal)
            return new([refusal]);
        StagedRow[] distinct = [.. rows.DistinctBy(row => row.Key)];
        var counts = distinct.Select(row => LoadRow(row, loadedAt)).Aggregate(new LoadCounts(), Sum);
        return new(counts with { RowsRead = rows.Count, Duplicates = rows.Count - distinct.Length, Expired = Expire(loadedAt) });
    }

    private Refusal? Duplicates(IReadOnlyList<StagedRow> rows)
    {
        var keys = rows.GroupBy(row => row.Key).Where(group => group.Any(row => !View.SaysTheSame(row.Values, group.Last().Values))).ToArray();
        int[] wrong = [.. keys.SelectMany(group => group.Where(row => !View.SaysTheSame(row.Values, group.Last().Values))).Select(row => row.Place)];
        return keys.Length == 0 ? null : new Refusal(RefusalKind.Duplicates, null, keys.Length, wrong);
    }

    private LoadCounts LoadRow(StagedRow row, long loadedAt)
    {
        if (!_histories.TryGetValue(row.Key, out var history))
            _histories[row.Key] = history = [];
        var current = history.FindIndex(version => version.To is null);
        if (current < 0)
            return Start(history, row, loadedAt);
        if (!View.SaysTheSame(row.Values, history[current].Values))
        {
            history[current] = history[current] with { To = loadedAt, ClosedBy = ClosedBy.Next };
            return Start(history, row, loadedAt) with { Closed = 1 };
        }

        if (View.Ttl is not { } ttl || 2 * (loadedAt - history[current].From) <= ttl)
            return new LoadCounts { Unchanged = 1 };
        history[current] = history[current] with { To = loadedAt, ClosedBy = ClosedBy.Renewal };
        return Start(history, row, loadedAt) with { Unchanged = 1, Closed = 1, Renewed = 1 };
    }

    private static LoadCounts Start(List<HistoryVersion> history, StagedRow row, long loadedAt)
    {
        history.Add(new HistoryVersion(row.Values, loadedAt, null, null, loadedAt));
        return new LoadCounts { Inserted = 1 };
    }

    private int Expire(long loadedAt)
    {
        var expired = 0;
        foreach (var history in _histories.Values)
        {
            for (var i = 0; i < history.Count; i++)
            {
                if (!history[i].HasOutlived(View.Ttl, loadedAt))
                    continue;
                history[i] = history[i] with { To = loadedAt, ClosedBy = ClosedBy.Ttl };
                expired++;
            }
        }

        return expired;
    }

    private static LoadCounts Sum(LoadCounts all, LoadCounts one) => all with
    {
        Unchanged = all.Unchanged + one.Unchanged,
        Inserted = all.Inserted + one.Inserted,
        Closed = all.Closed + one.Closed,
        Renewed = all.Renewed + one.Renewed,
    };
}
