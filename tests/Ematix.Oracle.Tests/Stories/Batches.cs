using CsCheck;

namespace Ematix.Oracle.Tests;

/// <summary>Random loads.</summary>
internal static class Batches
{
    /// <summary>Loads of a view.</summary>
    /// <param name="spec">The view.</param>
    /// <param name="keys">The keys of the story.</param>
    /// <param name="instants">The instants of its events, none after the load.</param>
    /// <param name="domains">The values of its columns.</param>
    /// <param name="load">When the load happens, or null for the clock.</param>
    /// <param name="now">About when it happens.</param>
    public static Gen<Batch> Of(ViewSpec spec, IReadOnlyList<IReadOnlyList<object?>> keys, long[] instants, IReadOnlyList<object?[]> domains, long? load, long now)
    {
        var good =
            from rows in spec.HasEventTime ? Events(spec, keys, instants, domains) : Snapshot(spec, keys, instants, domains)
            from late in Gens.One(Enum.GetValues<Late>())
            from way in Gens.One(Enum.GetValues<SourceWay>())
            from isRepeated in Gens.OnceIn(3)
            select new Batch(rows) { Late = late, Way = way, LoadAt = load, IsRepeated = isRepeated };
        return Gens.OnceIn(8).SelectMany(isPoisoned => isPoisoned ? good.SelectMany(batch => Poison.Into(spec, batch, now)) : good);
    }

    private static Gen<object?[][]> Events(ViewSpec spec, IReadOnlyList<IReadOnlyList<object?>> keys, long[] instants, IReadOnlyList<object?[]> domains) =>
        Gens.One(keys).SelectMany(key => Rows.Of(spec, key, instants, domains)).Array[0, 3 * keys.Count];

    /// <summary>Mostly one row a key; some twice, and rarely two that differ.</summary>
    private static Gen<object?[][]> Snapshot(ViewSpec spec, IReadOnlyList<IReadOnlyList<object?>> keys, long[] instants, IReadOnlyList<object?[]> domains) =>
        from present in Gens.Some(keys, keys.Count / 2, keys.Count)
        from rows in Gens.Sequence(present.Select(key => Rows.Of(spec, key, instants, domains)))
        from twice in Gens.Some(rows, 0, 2)
        from differs in Gens.OnceIn(5)
        from others in Gens.One(keys).SelectMany(key => Rows.Of(spec, key, instants, domains)).Array[1, 3]
        from shuffled in Gen.Shuffle((object?[][])[.. rows, .. twice, .. differs ? others : []])
        select shuffled;
}
