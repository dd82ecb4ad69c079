using Apache.Arrow;
using Ematix.Model;
using Ematix.Planning.Training;
using Ematix.Runtime;
using Npgsql;
using NpgsqlTypes;

namespace Ematix.Training;

/// <summary>A spine of typed rows: the key columns of one view, then the as-of. The server gives them back beside the features.</summary>
internal sealed class RowSpine<TView, TKey>(IAsyncEnumerable<SpineRow<TKey>> rows) : Spine
    where TView : class, IFeatureView<TView, TKey>
    where TKey : notnull
{
    internal override async Task<SpineFeed> OpenAsync(TrainingContext context, CancellationToken cancellationToken)
    {
        var keys = TView.Definition.Keys.Select(key => new SpineColumn(key.Column, key.Type)).ToArray();
        EquatableArray<SpineColumn> columns = [.. keys, new(SpineColumns.AsOfBeside(keys), new ColumnType(ColumnKind.Instant))];
        var size = ArrayFeed.SizeFor(context);
        var relation = ArrayFeed.RelationOf(columns, columns[^1].Name);
        var parts = Parts.Of(rows, size, cancellationToken).GetAsyncEnumerator(cancellationToken);
        return new Feed(parts)
        {
            Schema = new Schema(columns.Select(column => new Field(column.Name, ArrowSchemas.TypeOf(column.Type), nullable: true)), metadata: null),
            Relation = relation,
            PassesThrough = true,
            PartRows = size,
            First = await Feed.ReadAsync(parts, relation).ConfigureAwait(false),
        };
    }

    private sealed class Feed(IAsyncEnumerator<List<SpineRow<TKey>>> parts) : ArrayFeed
    {
        public static async ValueTask<Part?> ReadAsync(IAsyncEnumerator<List<SpineRow<TKey>>> parts, SpineRelation relation) =>
            await parts.MoveNextAsync().ConfigureAwait(false) ? new Part(parts.Current) { Relation = relation, Rows = parts.Current.Count } : null;

        protected override ValueTask CloseAsync() => parts.DisposeAsync();

        protected override async ValueTask<SpinePart?> ReadPartAsync(CancellationToken cancellationToken) => await ReadAsync(parts, Relation).ConfigureAwait(false);
    }

    private sealed class Part(List<SpineRow<TKey>> rows) : ArrayPart
    {
        protected override void Bind(NpgsqlParameterCollection parameters)
        {
            var binder = new KeyBinder(parameters);
            TView.BindKeys(rows.ConvertAll(row => row.Key), binder);
            binder.Add(rows.ConvertAll(row => PgInstant.Floor(row.AsOf)).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.TimestampTz);
        }
    }
}
