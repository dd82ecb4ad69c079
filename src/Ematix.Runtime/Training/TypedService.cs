using Ematix.Model;
using Ematix.Planning;
using Ematix.Planning.Training;
using Ematix.Runtime;
using Npgsql;

namespace Ematix.Training;

/// <summary>Typed rows of a feature service for its typed spine.</summary>
internal static class TypedService<TService, TSpineRow>
    where TService : class, IFeatureService<TService, TSpineRow>
{
    public static IAsyncEnumerable<TService> ReadAsync(FeatureStore store, IAsyncEnumerable<TSpineRow> rows, HistoricalOptions options, CancellationToken cancellationToken)
    {
        var set = TService.Definition;
        var places = Places(set);
        return TypedRows.ReadAsync(
            store, set, rows, options, context => Commands(context, options.Strategy), (reader, row) => TService.ReadRow(row, new ServiceRow(reader, places)), cancellationToken);
    }

    private static Func<List<TSpineRow>, NpgsqlCommand> Commands(TrainingContext context, JoinStrategy strategy)
    {
        var plan = Plan(context, ServiceColumns.Judged<TService, TSpineRow>(context.Set), strategy);
        return part => Command(context, plan, part);
    }

    /// <summary>For each view the position of the column that says whether there is a version; the view's columns follow it.</summary>
    private static int[] Places(TrainingSetModel set)
    {
        var places = new int[set.Views.Count];
        for (var i = 1; i < places.Length; i++)
            places[i] = places[i - 1] + 1 + set.Views[i - 1].View.Columns.Count;
        return places;
    }

    /// <summary>What is passed through stays here: the statement has the keys and the as-of only.</summary>
    private static string Plan(TrainingContext context, EquatableArray<SpineColumn> columns, JoinStrategy strategy)
    {
        var asOf = ServiceColumns.AsOf<TService, TSpineRow>();
        var names = SpineColumns.Used(context.Set, asOf);
        var used = columns.Where(column => names.Contains(column.Name)).ToEquatableArray();
        var spine = SpinePlanner.FromArrays(used, asOf, (i, type) => $"{VersionSql.Parameter(i + 1)}::{type}");
        var (ttls, knownAts) = (used.Count + 1, used.Count + 1 + context.Set.Views.Count);
        var join = context.Join(spine, i => $"{VersionSql.Parameter(ttls + i)}::interval", i => $"{VersionSql.Parameter(knownAts + i)}::timestamptz");
        return TrainingPlanner.Plan(join with { IsTyped = true }, strategy);
    }

    private static NpgsqlCommand Command(TrainingContext context, string plan, List<TSpineRow> part)
    {
        var command = context.Session.Command(plan);
        TService.WriteSpine(part, new SpineParameters(command.Parameters, TService.SpineColumns, onlyUsed: true));
        foreach (var ttl in context.Ttls)
            command.Parameters.Add(Parameters.Interval(ttl));
        foreach (var knownAt in context.KnownAts)
            command.Parameters.Add(Parameters.Instant(knownAt));
        return command;
    }
}
