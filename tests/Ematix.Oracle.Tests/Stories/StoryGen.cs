using CsCheck;

namespace Ematix.Oracle.Tests;

/// <summary>Random stories of a view.</summary>
internal static class StoryGen
{
    private const int MostLoads = 5;

    /// <summary>Stories.</summary>
    /// <param name="spec">The view.</param>
    /// <param name="now">The database's clock. Stories whose loads happen then stay days away from the ends of times to live.</param>
    public static Gen<Story> Of(ViewSpec spec, long now) => Gens.OnceIn(3).SelectMany(isNow => isNow ? Now(spec, now) : Ahead(spec));

    /// <summary>Loads take the database's clock.</summary>
    public static Gen<Story> Now(ViewSpec spec, long now)
    {
        var ttl = Ttl(spec);
        long[] days = [now - Micros.Day, now - ttl - (2 * Micros.Day), now - ttl + (2 * Micros.Day)];
        return
            from count in Gen.Int[1, MostLoads]
            from past in Instants.OfEvents(ttl, [])
            from late in Gens.Some(days.SelectMany(day => new[] { day - 1, day, day + 1 }).ToArray(), 0, 4)
            from story in Of(spec, Enumerable.Repeat((long?)null, count), [.. past, .. late.Where(instant => instant < now - Micros.Second)], now)
            select story;
    }

    /// <summary>Loads happen at instants that the story sets, to the microsecond.</summary>
    public static Gen<Story> Ahead(ViewSpec spec) =>
        from loads in Instants.OfLoads(Ttl(spec), MostLoads)
        from instants in Instants.OfEvents(Ttl(spec), loads)
        from story in Of(spec, loads.Select(load => (long?)load), instants, loads[0])
        select story;

    /// <summary>Stories in whose middle the view becomes what it is; the loads before are of the same rows, as far as the view had their columns.</summary>
    public static Gen<Story> Evolving(ViewSpec spec, long now) =>
        from story in Of(spec, now)
        from before in Gen.Int[1, MostLoads - 1]
        select story with { Batches = [.. story.Batches.Select((batch, i) => batch with { IsBefore = i < before })] };

    private static Gen<Story> Of(ViewSpec spec, IEnumerable<long?> loads, long[] instants, long now) =>
        from pool in Rows.Keys(spec)
        from domains in Gens.Sequence(spec.Columns.Select(column => Rows.Domain(column.Column)))
        from batches in Gens.Sequence(loads.Select(load => Batches.Of(spec, pool, [.. instants.Where(instant => instant <= (load ?? now))], domains, load, load ?? now)))
        from ttl in Gens.One([1, Ttl(spec) / 2, Ttl(spec) - 1, Ttl(spec)])
        select new Story(pool, batches, ttl);

    /// <summary>A view that lives for ever is asked with some time to live all the same.</summary>
    private static long Ttl(ViewSpec spec) => spec.Ttl ?? Micros.Day;
}
