using Apache.Arrow;
using Ematix.Model;
using Ematix.Planning;
using Ematix.Planning.Training;
using Ematix.Runtime;

namespace Ematix.Training;

/// <summary>A spine of record batches. Only keys and as-of go to the server; everything else waits here for its features, whatever its type.</summary>
internal sealed class ArrowSpine(IAsyncEnumerable<RecordBatch> batches, Schema? schema, string asOf) : Spine
{
    internal override TrainingManifestSpine Origin => new() { Kind = "Arrow" };

    internal override async Task<SpineFeed> OpenAsync(TrainingContext context, CancellationToken cancellationToken)
    {
        var reader = new ArrowParts(batches, schema, context.PartSize, cancellationToken);
        try
        {
            var first = await reader.NextAsync().ConfigureAwait(false);
            var given = reader.Schema ?? Expected(context.Set);
            SourceColumn[] columns = [.. given.FieldsList.Select(field => new SourceColumn(field.Name, ArrowTypes.NameOf(field.DataType)))];
            SpineJudge.Check(context.Set, asOf, columns, SpineRemedies.Arrow, column => ArrowColumns.Judge(given.GetFieldByName(column.Column).DataType, column.Type) is null);
            var used = SpineColumns.Used(context.Set, asOf).Select(name => System.Array.FindIndex(columns, column => column.Name == name)).ToArray();
            var relation = ArrayFeed.RelationOf(SpineColumns.Resolve(used.Select(i => columns[i])), asOf);
            return new Feed(reader, used)
            {
                Schema = given,
                Relation = relation,
                PassesThrough = false,
                CanStage = context.Session.CanStage,
                First = first is null ? null : new ArrowPart(first, used) { Relation = relation, Rows = first.Rows },
            };
        }
        catch
        {
            await Disposal.AfterFailureAsync(reader).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>What a spine without a batch would have had: the keys of the views, and the as-of.</summary>
    private Schema Expected(TrainingSetModel set)
    {
        var keys = set.Views.SelectMany(view => view.View.Keys.Zip(view.SpineColumns, (key, name) => new SpineColumn(name, key.Type))).DistinctBy(key => key.Name);
        return new Schema(
            keys.Append(new(asOf, new ColumnType(ColumnKind.Instant))).Select(column => new Field(column.Name, ArrowSchemas.TypeOf(column.Type), nullable: true)), metadata: null);
    }

    private sealed class Feed(ArrowParts reader, int[] used) : ArrayFeed
    {
        protected override ValueTask CloseAsync() => reader.DisposeAsync();

        protected override async ValueTask<SpinePart?> ReadPartAsync() =>
            await reader.NextAsync().ConfigureAwait(false) is { } rows ? new ArrowPart(rows, used) { Relation = Relation, Rows = rows.Rows } : null;
    }
}
