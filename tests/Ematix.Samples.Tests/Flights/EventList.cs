namespace Ematix.Samples.Tests.Flights;

/// <summary>
/// The events of one key in time order; of equal times the last given is last. A plain array and the rules spelt out: what the product is
/// checked against, sharing nothing with it.
/// </summary>
internal sealed class EventList
{
    private readonly Event[] _events;

    public EventList(IEnumerable<Event> events) => _events = [.. events.OrderBy(e => e.At)];

    /// <summary>The newest event at or before an instant, however old; of tied ones the last given.</summary>
    public Event? Newest(DateTime asOf) => CountUntil(asOf) is var count and > 0 ? _events[count - 1] : null;

    /// <summary>The same, unless it is older than the time to live. One that is exactly as old still lives.</summary>
    public Event? Find(DateTime asOf, TimeSpan ttl) => Newest(asOf) is { } newest && asOf - newest.At <= ttl ? newest : null;

    /// <summary>The events in (<paramref name="to"/> - <paramref name="span"/>, <paramref name="to"/>].</summary>
    public IEnumerable<Event> Window(DateTime to, TimeSpan span)
    {
        for (var i = CountUntil(to) - 1; i >= 0 && _events[i].At > to - span; i--)
            yield return _events[i];
    }

    /// <summary>Whether there is an event at an instant.</summary>
    public bool HasAt(DateTime at) => Newest(at)?.At == at;

    /// <summary>How many events are at or before an instant.</summary>
    private int CountUntil(DateTime instant)
    {
        var (low, high) = (0, _events.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _events[middle].At <= instant ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}

/// <summary>An event: when, and the columns of its line in the file.</summary>
internal sealed record Event(DateTime At, IReadOnlyDictionary<string, string> Line);
