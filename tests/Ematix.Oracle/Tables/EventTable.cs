namespace Ematix.Oracle;

/// <summary>A view with an event time: each (key, instant) is a version of its own.</summary>
internal sealed class EventTable(OracleView view) : OracleTable(view)
{
    private readonly Dictionary<RowKey, EventLine> _lines = [];

    public override IReadOnlyCollection<RowKey> Keys => _lines.Keys;

    public override IReadOnlyList<HistoryVersion> History(RowKey key) => _lines.TryGetValue(key, out var line) ? line.Versions() : [];

    private protected override LoadOutcome Load(IReadOnlyList<StagedRow> rows, long loadedAt, Late late)
    {
        StagedRow[] reduced = [.. rows.GroupBy(row => (row.Key, At(row))).Select(tied => tied.Last())];
        StagedRow[] news = [.. reduced.Where(row => !StandsAlready(row))];
        var lateRows = news.Where(row => At(row) < _lines.GetValueOrDefault(row.Key)?.Newest).ToHashSet();
        if (late == Late.Reject && lateRows.Count > 0)
            return new([new Refusal(RefusalKind.Late, null, lateRows.Count, [.. rows.Where(row => lateRows.Any(other => IsTied(row, other))).Select(row => row.Place)])]);

        StagedRow[] accepted = [.. news.Where(row => late == Late.Insert || !lateRows.Contains(row))];
        var before = accepted.Select(row => row.Key).Distinct().ToDictionary(key => key, History);
        foreach (var row in accepted)
            LineOf(row.Key).Add(row.Values, At(row), loadedAt);
        return new(new LoadCounts
        {
            RowsRead = rows.Count,
            Duplicates = rows.Count - reduced.Length,
            Unchanged = reduced.Length - news.Length,
            Skipped = news.Length - accepted.Length,
            Inserted = accepted.Length,
            Closed = before.Sum(history => history.Value.Count(version => End(history.Key, version) != version.To)),
            Expired = _lines.Values.Count(line => line.Expire(View.Ttl, loadedAt)),
        });
    }

    private long At(StagedRow row) => (long)row.Values[View.EventTime!.Value]!;

    private bool IsTied(StagedRow left, StagedRow right) => left.Key.Equals(right.Key) && At(left) == At(right);

    private bool StandsAlready(StagedRow row) =>
        _lines.TryGetValue(row.Key, out var line) && line.StandingAt(At(row)) is { } standing && View.SaysTheSame(row.Values, standing);

    /// <summary>Where a version of before ends now. It is known by its values, which no two versions share.</summary>
    private long? End(RowKey key, HistoryVersion version) => History(key).Single(each => ReferenceEquals(each.Values, version.Values)).To;

    private EventLine LineOf(RowKey key) => _lines.TryGetValue(key, out var line) ? line : _lines[key] = new EventLine();
}
