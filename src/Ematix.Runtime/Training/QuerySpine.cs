using System.Data;
using Apache.Arrow;
using Ematix.Loading;
using Ematix.Planning;
using Ematix.Planning.Training;
using Ematix.Runtime;

namespace Ematix.Training;

/// <summary>A spine that a query of the store's own database gives.</summary>
/// <param name="source">The query, with its values as parameters.</param>
/// <param name="interpolation">The query as it was written, if it has values.</param>
/// <param name="asOf">The column with the as-of.</param>
internal sealed class QuerySpine(SqlSource source, SqlInterpolation? interpolation, string asOf) : Spine
{
    /// <summary>Whether the rows have no order but that in which they are stored.</summary>
    public bool IsInStoredOrder { get; init; }

    internal override async Task<SpineFeed> OpenAsync(TrainingContext context, CancellationToken cancellationToken)
    {
        var session = context.Session;
        // Workers would hand over the rows of a table in any order.
        if (IsInStoredOrder)
            await session.SetLocalAsync("max_parallel_workers_per_gather", "0", cancellationToken).ConfigureAwait(false);
        var given = await session.InCallersPathAsync(() => DescribeAsync(session, cancellationToken), cancellationToken).ConfigureAwait(false);
        if (SpineColumns.Compare(context.Set, asOf, given, onlyUsed: false) is { Count: > 0 } differences)
            throw new SpineSchemaException(differences);
        var columns = SpineColumns.Resolve(given);
        var schema = new Schema(columns.Select(column => new Field(column.Name, ArrowSchemas.TypeOf(column.Type), nullable: true)), metadata: null);
        if (!session.CanStage)
        {
            var query = interpolation is null ? source.Query : await KeptValues.QueryAsync(session, interpolation, source.Parameters(), cancellationToken).ConfigureAwait(false);
            return new StatementFeed { Schema = schema, Relation = SpinePlanner.InStatement(query, columns, asOf), PassesThrough = true };
        }

        var rows = await session.InCallersPathAsync(
            () => session.ExecuteAsync(SpinePlanner.Stage(source.Query), cancellationToken, source.Parameters()), cancellationToken).ConfigureAwait(false);
        return new StagedFeed(context, rows) { Schema = schema, Relation = SpinePlanner.FromStage(columns, asOf), PassesThrough = true };
    }

    private async Task<IReadOnlyList<SourceColumn>> DescribeAsync(Session session, CancellationToken cancellationToken)
    {
        await using var command = session.Command(source.Query, source.Parameters());
        await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SchemaOnly, cancellationToken).ConfigureAwait(false);
        return [.. Enumerable.Range(0, reader.FieldCount).Select(i => new SourceColumn(reader.GetName(i), reader.GetDataTypeName(i).Replace(", ", ",", StringComparison.Ordinal)))];
    }
}
