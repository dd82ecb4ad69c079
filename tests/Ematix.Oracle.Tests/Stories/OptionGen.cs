using CsCheck;

namespace Ematix.Oracle.Tests;

/// <summary>Random options of loads, as far as a view's mode and columns allow them.</summary>
internal static class OptionGen
{
    /// <summary>Options.</summary>
    /// <param name="spec">The view.</param>
    /// <param name="instants">The instants of the story's events.</param>
    public static Gen<LoadOptions> Of(ViewSpec spec, long[] instants) => spec.View switch
    {
        { Mode: TableMode.Append or TableMode.Truncate } => Gen.Const(LoadOptions.Default),
        { Mode: TableMode.Merge, EventTime: null } => Merge(spec),
        { Mode: TableMode.Merge } => Gen.Select(Merge(spec), Future(), (merge, future) => merge with { SkipsFuture = future.SkipsFuture, Tolerance = future.Tolerance }),
        { EventTime: null } => Snapshots(spec),
        _ => Gens.OnceIn(3).SelectMany(isPartial => isPartial ? Partial(spec) : Events(spec, instants)),
    };

    private static Gen<LoadOptions> Snapshots(ViewSpec spec)
    {
        var whole =
            from deletes in Deletes()
            from compared in Some(spec, 4)
            from ttl in Ttl(spec)
            select deletes with { Compared = compared, Ttl = ttl };
        return Gens.OnceIn(3).SelectMany(isPartial => isPartial ? Set(spec, least: 1) : whole);
    }

    private static Gen<LoadOptions> Merge(ViewSpec spec) => Gen.Select(Deletes(), Some(spec, 3), (deletes, updated) => deletes with { Updated = updated });

    private static Gen<LoadOptions> Events(ViewSpec spec, long[] instants) =>
        from late in Gens.One<Late?>([null, Late.Reject, Late.Skip, Late.Insert, Late.Insert])
        from compared in Some(spec, 5)
        from eventTime in Gens.One<int?>([null, .. OtherInstants(spec)])
        from ttl in Ttl(spec)
        from future in Future()
        from window in Window(instants)
        select future with { Late = late, Compared = compared, EventTime = eventTime, Ttl = ttl, Window = window };

    private static Gen<LoadOptions> Partial(ViewSpec spec) =>
        from set in Set(spec, least: 0)
        from late in Gens.One<Late?>([null, Late.Reject, Late.Skip])
        from future in Future()
        select future with { FeatureSet = set.FeatureSet, Late = late, Ttl = set.Ttl };

    /// <summary>Every column that is not nullable, and some that are. A snapshot of no column would compare nothing.</summary>
    private static Gen<LoadOptions> Set(ViewSpec spec, int least) =>
        from some in Gens.Some(spec.Features.Where(column => spec.Columns[column].Column.IsNullable).ToArray(), least, spec.Features.Count)
        from ttl in Ttl(spec)
        select new LoadOptions { FeatureSet = [.. spec.Features.Where(column => !spec.Columns[column].Column.IsNullable), .. some], Ttl = ttl };

    private static Gen<LoadOptions> Deletes() =>
        from deletes in Gen.Bool
        from fraction in Gens.One([0, 0.25, 0.5, 0.5, 1])
        from allowsEmpty in Gens.OnceIn(3)
        select new LoadOptions { DeletesAbsent = deletes, MaxDeleteFraction = fraction, AllowsEmptySource = allowsEmpty };

    /// <summary>No event of a story is ahead of a load by a tolerance or less: the load would wait for it.</summary>
    private static Gen<LoadOptions> Future() =>
        from skips in Gens.OnceIn(4)
        from tolerance in Gens.One([0, Micros.Second])
        select skips ? new LoadOptions { SkipsFuture = true, Tolerance = tolerance } : LoadOptions.Default;

    private static Gen<long?> Ttl(ViewSpec spec) =>
        from ttl in Gens.One([1, (spec.Ttl ?? Micros.Day) / 2, (spec.Ttl ?? Micros.Day) - 1, 2 * (spec.Ttl ?? Micros.Day)])
        from isSet in Gens.OnceIn(5)
        select isSet ? ttl : default(long?);

    private static Gen<(long, long)?> Window(long[] instants) =>
        from bounds in Gens.One(instants).Array[2]
        from isSet in Gens.OnceIn(6)
        select isSet && bounds[0] != bounds[1] ? (bounds.Min(), bounds.Max()) : default((long, long)?);

    /// <summary>Some columns once in so many times, else null.</summary>
    private static Gen<IReadOnlyList<int>?> Some(ViewSpec spec, int times) =>
        from some in Gens.Some(spec.Features, 1, spec.Features.Count)
        from isSet in Gens.OnceIn(times)
        select isSet && some.Length > 0 ? (IReadOnlyList<int>?)some : null;

    private static IEnumerable<int?> OtherInstants(ViewSpec spec) => spec.Features.Where(column => spec.IsOtherInstant(column)).Select(column => (int?)column);
}
