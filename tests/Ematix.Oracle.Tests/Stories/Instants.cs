using CsCheck;

namespace Ematix.Oracle.Tests;

/// <summary>Instants that stories happen at: few, and close to each other and to the ends of times to live.</summary>
internal static class Instants
{
    /// <summary>When loads happen whose time a story sets: after any clock.</summary>
    public static readonly long Ahead = Micros.Floor(new DateTimeOffset(2150, 1, 1, 0, 0, 0, TimeSpan.Zero));

    private static readonly long[] Past =
    [
        Micros.First,
        Micros.Floor(new DateTimeOffset(1969, 12, 31, 23, 59, 59, TimeSpan.Zero)),
        Micros.Floor(new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero)),
        Micros.Floor(new DateTimeOffset(2024, 3, 10, 7, 0, 0, TimeSpan.Zero)),
    ];

    /// <summary>The times of a story's loads, each some way after the one before: some microseconds, or around half or all of a time to live. Never one alone: a repeated load takes that place.</summary>
    public static Gen<IReadOnlyList<long>> OfLoads(long ttl, int most) =>
        from gaps in Gens.One([2, 3, Micros.Second, (ttl / 2) - 1, ttl / 2, (ttl / 2) + 1, (ttl / 2) + 2, ttl - 1, ttl, ttl + 1, 2 * ttl]).Array[1, most]
        select (IReadOnlyList<long>)[.. gaps.Aggregate((Now: Ahead, All: Enumerable.Empty<long>()), (time, gap) => (time.Now + gap, time.All.Append(time.Now + gap))).All];

    /// <summary>The instants of a story's events, with some before every load.</summary>
    /// <param name="ttl">A time to live.</param>
    /// <param name="loads">When loads happen.</param>
    public static Gen<long[]> OfEvents(long ttl, IReadOnlyList<long> loads) =>
        from past in Gens.Some(Past, 1, 2)
        from near in Gens.Some([.. loads.SelectMany(load => Around(load, ttl))], 0, 8)
        from far in Gens.Some([.. past.SelectMany(each => Around(each, ttl))], 3, 8)
        select near.Concat(far).Append(past[0]).Distinct().ToArray();

    /// <summary>Instants where answers change if any do.</summary>
    public static IEnumerable<long> Around(long instant, long ttl) =>
        new[] { 0, ttl, -ttl, ttl / 2 }.SelectMany(offset => new[] { instant + offset - 1, instant + offset, instant + offset + 1 }).Where(IsInRange);

    public static bool IsInRange(long instant) => instant >= Micros.First && instant <= Micros.Last;

    /// <summary>Some instant within the microsecond, with some offset.</summary>
    public static Gen<DateTimeOffset> Within(long micros) =>
        from ticks in Gen.Int[0, 9]
        from hours in Gens.One([0, 0, 5.5, -8])
        select With(Micros.ToInstant(micros).AddTicks(ticks), TimeSpan.FromHours(hours));

    private static DateTimeOffset With(DateTimeOffset instant, TimeSpan offset) =>
        instant.Year is > 1 and < 9999 ? instant.ToOffset(offset) : instant;
}
