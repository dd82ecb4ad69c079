namespace Ematix.Oracle.Tests;

/// <summary>Questions about a story's keys at every instant where an answer changes, a microsecond before and after it.</summary>
internal static class Lookups
{
    public static IReadOnlyList<Lookup> Of(ViewSpec spec, Story story, OracleTable oracle)
    {
        Lookup[] all = [.. story.Keys.SelectMany(key => Of(key, oracle.History(spec.KeyOf(key)), spec.Ttl ?? story.ShortTtl, story.ShortTtl))];
        // Neither by key nor by time, and some twice: a batch keeps the caller's order.
        var order = new Random(all.Length);
        order.Shuffle(all);
        return [.. all, .. all.Take(5)];
    }

    private static IEnumerable<Lookup> Of(IReadOnlyList<object?> key, IReadOnlyList<HistoryVersion> history, long ttl, long shortTtl)
    {
        var shorter = TimeSpan.FromTicks(shortTtl * 10);
        return Around(history, ttl).Select(asOf => new Lookup(key, asOf, null))
            .Concat(Around(history, shortTtl).Select(asOf => new Lookup(key, asOf, shorter)));
    }

    private static IEnumerable<DateTimeOffset> Around(IReadOnlyList<HistoryVersion> history, long ttl) => history
        .SelectMany(version => new[] { version.From, version.From + ttl, version.To ?? Micros.Last })
        .Append(Micros.First)
        .SelectMany(edge => new[] { edge - 1, edge, edge + 1 })
        .Where(Instants.IsInRange)
        .Distinct()
        .Select(Within);

    /// <summary>Any instant within the microsecond asks the same: as-ofs are floored.</summary>
    private static DateTimeOffset Within(long micros) => Micros.ToInstant(micros).AddTicks(micros % 10);
}
