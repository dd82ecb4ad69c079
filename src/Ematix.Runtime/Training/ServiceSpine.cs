using Apache.Arrow;
using Ematix.Planning.Training;
using Ematix.Runtime;
using Npgsql;

namespace Ematix.Training;

/// <summary>A feature service's typed spine: what is joined by, the as-of, and what is passed through. The server gives it all back beside the features.</summary>
internal sealed class ServiceSpine<TService, TSpineRow>(IAsyncEnumerable<TSpineRow> rows) : Spine
    where TService : class, IFeatureService<TService, TSpineRow>
{
    internal override async Task<SpineFeed> OpenAsync(TrainingContext context, CancellationToken cancellationToken)
    {
        var columns = ServiceColumns.Judged<TService, TSpineRow>(context.Set);
        var relation = ArrayFeed.RelationOf(columns, ServiceColumns.AsOf<TService, TSpineRow>());
        var size = ArrayFeed.SizeFor(context);
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

    private sealed class Feed(IAsyncEnumerator<List<TSpineRow>> parts) : ArrayFeed
    {
        public static async ValueTask<Part?> ReadAsync(IAsyncEnumerator<List<TSpineRow>> parts, SpineRelation relation) =>
            await parts.MoveNextAsync().ConfigureAwait(false) ? new Part(parts.Current) { Relation = relation, Rows = parts.Current.Count } : null;

        /// <summary>Values cross as text, which must be exact whatever the session's settings are.</summary>
        public override async Task PrepareAsync(Session session, CancellationToken cancellationToken)
        {
            await base.PrepareAsync(session, cancellationToken).ConfigureAwait(false);
            await session.SetLocalAsync("extra_float_digits", "1", cancellationToken).ConfigureAwait(false);
            await session.SetLocalAsync("intervalstyle", "postgres", cancellationToken).ConfigureAwait(false);
        }

        protected override ValueTask CloseAsync() => parts.DisposeAsync();

        protected override async ValueTask<SpinePart?> ReadPartAsync(CancellationToken cancellationToken) => await ReadAsync(parts, Relation).ConfigureAwait(false);
    }

    private sealed class Part(List<TSpineRow> rows) : ArrayPart
    {
        protected override void Bind(NpgsqlParameterCollection parameters) =>
            TService.WriteSpine(rows, new SpineParameters(parameters, TService.SpineColumns, onlyUsed: false));
    }
}
