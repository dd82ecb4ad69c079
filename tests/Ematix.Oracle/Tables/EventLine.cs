namespace Ematix.Oracle;

/// <summary>
/// The events of one key. Its history is a function of them: each event that nothing replaced is valid from its instant to the next one's,
/// or to the end that its time to live set, if that comes first.
/// </summary>
internal sealed class EventLine
{
    private readonly List<Event> _events = [];

    /// <summary>The newest instant, or null where there is no event.</summary>
    public long? Newest => _events.Max(each => (long?)each.At);

    /// <summary>The values that stand at an instant, or null.</summary>
    public object?[]? StandingAt(long at) => _events.SingleOrDefault(each => each.At == at && !each.IsReplaced)?.Values;

    /// <summary>The values alive at an instant, as a read finds them, or null.</summary>
    public object?[]? AliveAt(long at, long? ttl) => Versions().SingleOrDefault(version => version.IsVisible && version.IsAlive(at, ttl))?.Values;

    /// <summary>Puts an event in its place. One that stands at the same instant is replaced: it stays for audit.</summary>
    public void Add(object?[] values, long at, long loadedAt)
    {
        foreach (var replaced in _events.Where(each => each.At == at))
            replaced.IsReplaced = true;
        _events.Add(new Event(values, at, loadedAt));
    }

    /// <summary>Ends the open version if it is too old at the load.</summary>
    public bool Expire(long? ttl, long loadedAt)
    {
        var open = _events.SingleOrDefault(each => ToVersion(each).HasOutlived(ttl, loadedAt));
        if (open is not null)
            open.ExpiredAt = loadedAt;
        return open is not null;
    }

    /// <summary>Gives every event other values.</summary>
    public void Rewrite(Func<object?[], object?[]> change)
    {
        foreach (var each in _events)
            each.Values = change(each.Values);
    }

    public IReadOnlyList<HistoryVersion> Versions() => [.. _events.OrderBy(each => each.At).ThenBy(each => each.LoadedAt).Select(ToVersion)];

    private HistoryVersion ToVersion(Event each)
    {
        var next = each.IsReplaced ? each.At : _events.Where(other => other.At > each.At).Min(other => (long?)other.At);
        var byTtl = each.ExpiredAt is not null && (next is null || each.ExpiredAt <= next);
        var (to, closedBy) = byTtl ? (each.ExpiredAt, ClosedBy.Ttl) : (next, ClosedBy.Next);
        return new HistoryVersion(each.Values, each.At, to, to is null ? null : closedBy, each.LoadedAt);
    }

    private sealed class Event(object?[] values, long at, long loadedAt)
    {
        public object?[] Values { get; set; } = values;

        public long At { get; } = at;

        public long LoadedAt { get; } = loadedAt;

        public bool IsReplaced { get; set; }

        public long? ExpiredAt { get; set; }
    }
}
