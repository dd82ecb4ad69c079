namespace Ematix.Oracle;

/// <summary>A view with an event time: each (key, instant) is a version of its own.</summary>
internal sealed class EventTable(OracleView view) : OracleTable(view)
{
    private readonly Dictionary<RowKey, EventLine> _lines = [];

    public override IReadOnlyCollection<RowKey> Keys => _lines.Keys;

    public override IReadOnlyList<HistoryVersion> History(RowKey key) => _lines.TryGetValue(key, out var line) ? line.Versions() : [];

    private protected override LoadOutcome Load(StagedBatch batch)
    {
        StagedRow[] reduced = [.. batch.Rows.GroupBy(row => (row.Key, batch.At(row))).Select(tied => tied.Last())];
        StagedRow[] news = [.. reduced.Where(row => !StandsAlready(row, batch))];
        var lateRows = news.Where(row => batch.At(row) < _lines.GetValueOrDefault(row.Key)?.Newest).ToHashSet();
        if (batch.Options.EffectiveLate == Late.Reject && lateRows.Count > 0)
            return new([new Refusal(RefusalKind.Late, null, lateRows.Count, [.. batch.Rows.Where(row => lateRows.Any(other => IsTied(row, other, batch))).Select(row => row.Place)])]);

        StagedRow[] accepted = [.. news.Where(row => batch.Options.EffectiveLate == Late.Insert || !lateRows.Contains(row)).OrderBy(batch.At)];
        var before = accepted.Select(row => row.Key).Distinct().ToDictionary(key => key, History);
        foreach (var row in accepted)
        {
            var line = LineOf(row.Key);
            line.Add(batch.Carried(row, line.AliveAt(batch.At(row), View.Ttl)), batch.At(row), batch.LoadedAt);
        }

        return new(new LoadCounts
        {
            Duplicates = batch.Rows.Count - reduced.Length,
            Unchanged = reduced.Length - news.Length,
            Skipped = news.Length - accepted.Length,
            Inserted = accepted.Length,
            Closed = before.Sum(history => history.Value.Count(version => End(history.Key, version) != version.To)),
            Expired = _lines.Values.Count(line => line.Expire(batch.Ttl, batch.LoadedAt)),
        });
    }

    private protected override void Rewrite(Func<object?[], object?[]> change)
    {
        foreach (var line in _lines.Values)
            line.Rewrite(change);
    }

    private static bool IsTied(StagedRow left, StagedRow right, StagedBatch batch) => left.Key.Equals(right.Key) && batch.At(left) == batch.At(right);

    private bool StandsAlready(StagedRow row, StagedBatch batch) =>
        _lines.TryGetValue(row.Key, out var line) && line.StandingAt(batch.At(row)) is { } standing && OracleView.SaysTheSame(row.Values, standing, batch.Compared);

    /// <summary>Where a version of before ends now. It is known by its values, which no two versions share.</summary>
    private long? End(RowKey key, HistoryVersion version) => History(key).Single(each => ReferenceEquals(each.Values, version.Values)).To;

    private EventLine LineOf(RowKey key) => _lines.TryGetValue(key, out var line) ? line : _lines[key] = new EventLine();
}
