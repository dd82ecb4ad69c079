using Apache.Arrow;
using Ematix.Model;
using Ematix.Planning.Training;
using Ematix.Runtime;
using Npgsql;

namespace Ematix.Training;

/// <summary>A spine of typed rows, brought part by part as arrays. The server gives all of its columns back beside the features.</summary>
/// <typeparam name="TRow">A row of the spine.</typeparam>
internal abstract class TypedSpine<TRow>(IAsyncEnumerable<TRow> rows) : Spine
{
    internal override TrainingManifestSpine Origin => new() { Kind = "Rows" };

    /// <summary>The columns, and which of them is the as-of.</summary>
    protected abstract (EquatableArray<SpineColumn> Columns, string AsOf) Describe(TrainingSetModel set);

    /// <summary>An array a column, in order.</summary>
    protected abstract void Bind(List<TRow> part, NpgsqlParameterCollection parameters);

    internal override async Task<SpineFeed> OpenAsync(TrainingContext context, CancellationToken cancellationToken)
    {
        var (columns, asOf) = Describe(context.Set);
        var relation = ArrayFeed.RelationOf(columns, asOf);
        var parts = Parts.Of(rows, context.PartSize, cancellationToken).GetAsyncEnumerator(cancellationToken);
        var first = await ReadAsync(parts, relation).ConfigureAwait(false);
        return new Feed(this, parts)
        {
            Schema = new Schema(columns.Select(column => new Field(column.Name, ArrowSchemas.TypeOf(column.Type), nullable: true)), metadata: null),
            Relation = relation,
            PassesThrough = true,
            CanStage = context.Session.CanStage,
            First = first,
        };
    }

    private async ValueTask<Part?> ReadAsync(IAsyncEnumerator<List<TRow>> parts, SpineRelation relation) =>
        await parts.MoveNextAsync().ConfigureAwait(false) ? new Part(this, parts.Current) { Relation = relation, Rows = parts.Current.Count } : null;

    private sealed class Feed(TypedSpine<TRow> spine, IAsyncEnumerator<List<TRow>> parts) : ArrayFeed
    {
        protected override ValueTask CloseAsync() => parts.DisposeAsync();

        protected override async ValueTask<SpinePart?> ReadPartAsync() => await spine.ReadAsync(parts, Relation).ConfigureAwait(false);
    }

    private sealed class Part(TypedSpine<TRow> spine, List<TRow> rows) : ArrayPart
    {
        protected override void Bind(NpgsqlParameterCollection parameters) => spine.Bind(rows, parameters);
    }
}
