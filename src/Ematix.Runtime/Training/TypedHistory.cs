using System.Runtime.CompilerServices;
using Ematix.Model;
using Ematix.Planning;
using Ematix.Planning.Training;
using Ematix.Runtime;
using Npgsql;
using NpgsqlTypes;

namespace Ematix.Training;

/// <summary>Typed rows for typed spine rows, one each, in order; streamed part by part, all in one snapshot.</summary>
internal static class TypedHistory<TView, TKey>
    where TView : class, IFeatureView<TView, TKey>
    where TKey : notnull
{
    public static async IAsyncEnumerable<TView?> ReadAsync(
        FeatureStore store, IAsyncEnumerable<SpineRow<TKey>> rows, HistoricalOptions<TView> options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var context = await TrainingContext.BeginAsync(store, TrainingSets.Of(TView.Definition), spine: null, options, cancellationToken).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            var (plan, read) = (Plan(context, options.Strategy), 0L);
            await foreach (var part in Parts.Of(rows, _ => options.Sizes.Typed, cancellationToken).ConfigureAwait(false))
            {
                await using var command = Command(context, plan, part);
                await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    read++;
                    yield return reader.GetBoolean(0) ? TView.ReadRow(new RowReader(reader, 1)) : null;
                }

                options.Progress?.Report(new(read, null));
            }
        }
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
