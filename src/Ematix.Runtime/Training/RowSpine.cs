using Ematix.Model;
using Ematix.Planning.Training;
using Ematix.Runtime;
using Npgsql;
using NpgsqlTypes;

namespace Ematix.Training;

/// <summary>The key columns of one view, then the as-of.</summary>
internal sealed class RowSpine<TView, TKey>(IAsyncEnumerable<SpineRow<TKey>> rows) : TypedSpine<SpineRow<TKey>>(rows)
    where TView : class, IFeatureView<TView, TKey>
    where TKey : notnull
{
    protected override (EquatableArray<SpineColumn> Columns, string AsOf) Describe(TrainingSetModel set)
    {
        var keys = TView.Definition.Keys.Select(key => new SpineColumn(key.Column, key.Type)).ToArray();
        var asOf = SpineColumns.AsOfBeside(keys);
        return ([.. keys, new(asOf, new ColumnType(ColumnKind.Instant))], asOf);
    }

    protected override void Bind(List<SpineRow<TKey>> part, NpgsqlParameterCollection parameters)
    {
        var binder = new KeyBinder(parameters);
        TView.BindKeys(part.ConvertAll(row => row.Key), binder);
        binder.Add(part.ConvertAll(row => PgInstant.Floor(row.AsOf)).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.TimestampTz);
    }
}
