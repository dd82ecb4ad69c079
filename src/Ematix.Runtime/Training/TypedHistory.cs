using Ematix.Model;
using Ematix.Planning;
using Ematix.Planning.Training;
using Ematix.Runtime;
using Npgsql;
using NpgsqlTypes;

namespace Ematix.Training;

/// <summary>Typed rows of a view for typed spine rows.</summary>
internal static class TypedHistory<TView, TKey>
    where TView : class, IFeatureView<TView, TKey>
    where TKey : notnull
{
    public static IAsyncEnumerable<TView?> ReadAsync(
        FeatureStore store, IAsyncEnumerable<SpineRow<TKey>> rows, HistoricalOptions<TView> options, CancellationToken cancellationToken) => TypedRows.ReadAsync(
            store,
            TrainingSets.Of(TView.Definition),
            rows,
            options,
            context => Commands(context, options.Strategy),
            (reader, _) => reader.GetBoolean(0) ? TView.ReadRow(new RowReader(reader, 1)) : null,
            cancellationToken);

    private static Func<List<SpineRow<TKey>>, NpgsqlCommand> Commands(TrainingContext context, JoinStrategy strategy)
    {
        var plan = Plan(context, strategy);
        return part => Command(context, plan, part);
    }

    private static string Plan(TrainingContext context, JoinStrategy strategy)
    {
        var view = TView.Definition;
        var keys = view.Keys.Select(key => new SpineColumn(key.Column, key.Type)).ToArray();
        EquatableArray<SpineColumn> columns = [.. keys, new(SpineColumns.AsOfBeside(keys), new ColumnType(ColumnKind.Instant))];
        var spine = SpinePlanner.FromArrays(columns, columns[^1].Name, (i, type) => $"{VersionSql.Parameter(i + 1)}::{type}");
        var join = context.Join(
            spine, _ => $"{VersionSql.Parameter(columns.Count + 1)}::interval", _ => $"{VersionSql.Parameter(columns.Count + 2)}::timestamptz");
        return TrainingPlanner.Plan(join with { IsTyped = true }, strategy);
    }

    private static NpgsqlCommand Command(TrainingContext context, string plan, List<SpineRow<TKey>> part)
    {
        var command = context.Session.Command(plan);
        var binder = new KeyBinder(command.Parameters);
        TView.BindKeys(part.ConvertAll(row => row.Key), binder);
        binder.Add(part.ConvertAll(row => PgInstant.Floor(row.AsOf)).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.TimestampTz);
        command.Parameters.Add(Parameters.Interval(context.Ttls[0]));
        if (context.KnownAts is [var knownAt])
            command.Parameters.Add(Parameters.Instant(knownAt));
        return command;
    }
}
