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
            from options in OptionGen.Of(spec, instants)
            from way in Gens.One(Enum.GetValues<SourceWay>())
            from isRepeated in Gens.OnceIn(3)
            from isTried in Gens.OnceIn(6)
            from crash in Gens.One(Enum.GetValues<Crash>())
            from crashes in Gens.OnceIn(8)
            from future in Gens.One<long>(load is null ? [Micros.Day] : [isRepeated ? 2 : 1, Micros.Day])
            select new Batch(spec.View.EventTime is { } at && options.SkipsFuture ? Ahead(rows, options.EventTime ?? at, now + options.Tolerance + future) : rows)
            {
                Options = options,
                Way = way,
                LoadAt = load,
                IsRepeated = isRepeated && spec.Mode is TableMode.History or TableMode.Merge,
                IsTried = isTried,
                Crash = crashes ? crash : null,
            };
        return Gens.OnceIn(8).SelectMany(isPoisoned => isPoisoned ? good.SelectMany(batch => Poison.Into(spec, batch, now)) : good);
    }

    private static Gen<object?[][]> Events(ViewSpec spec, IReadOnlyList<IReadOnlyList<object?>> keys, long[] instants, IReadOnlyList<object?[]> domains) =>
        Gens.One(keys).SelectMany(key => Rows.Of(spec, key, instants, domains)).Array[0, 3 * keys.Count];

    /// <summary>Mostly one row a key; some twice, and rarely two that differ. Now and then few keys or none.</summary>
    private static Gen<object?[][]> Snapshot(ViewSpec spec, IReadOnlyList<IReadOnlyList<object?>> keys, long[] instants, IReadOnlyList<object?[]> domains) =>
        from isPoor in Gens.OnceIn(5)
        from present in isPoor ? Gens.Some(keys, 0, 2) : Gens.Some(keys, keys.Count / 2, keys.Count)
        from rows in Gens.Sequence(present.Select(key => Rows.Of(spec, key, instants, domains)))
        from twice in Gens.Some(rows, 0, 2)
        from differs in Gens.OnceIn(5)
        from others in Gens.One(keys).SelectMany(key => Rows.Of(spec, key, instants, domains)).Array[1, 3]
        from shuffled in Gen.Shuffle((object?[][])[.. rows, .. twice, .. differs ? others : []])
        select shuffled;

    /// <summary>Some events are ahead of the load: of one that is repeated a microsecond later, too, by more than its tolerance, for it would wait for them.</summary>
    private static object?[][] Ahead(object?[][] rows, int column, long at) =>
        [.. rows.Select((row, i) => i % 4 == 0 ? row.Select((value, place) => place == column ? Micros.ToInstant(at) : value).ToArray() : row)];
}
