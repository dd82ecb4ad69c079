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
    /// <summary>The table that is meant, where the spine is one, in the order in which it is stored.</summary>
    public (string Schema, string Name)? Stored { get; init; }

    internal override async Task<SpineFeed> OpenAsync(TrainingContext context, CancellationToken cancellationToken)
    {
        var session = context.Session;
        var given = await session.InCallersPathAsync(() => DescribeAsync(session, cancellationToken), cancellationToken).ConfigureAwait(false);
        if (SpineColumns.Compare(context.Set, asOf, given, onlyUsed: false) is { Count: > 0 } differences)
            throw new SpineSchemaException(differences);
        var columns = SpineColumns.Resolve(given);
        var schema = new Schema(columns.Select(column => new Field(column.Name, ArrowSchemas.TypeOf(column.Type), nullable: true)), metadata: null);
        if (Stored is var (tableSchema, name) && await PagesAsync(session, tableSchema, name, cancellationToken).ConfigureAwait(false) is { } pages)
        {
            var table = SpinePlanner.FromTable(tableSchema, name, columns, asOf);
            var count = (await session.QueryAsync(SpinePlanner.Count(table), reader => reader.GetInt64(0), cancellationToken).ConfigureAwait(false))[0];
            return new TableFeed(count, pages, context.MostOfKnown) { Schema = schema, Relation = table, PassesThrough = true };
        }

        // Workers would hand over the rows of a relation in any order.
        if (Stored is not null)
            await session.SetLocalAsync("max_parallel_workers_per_gather", "0", cancellationToken).ConfigureAwait(false);
        if (!session.CanStage)
        {
            var query = interpolation is null ? source.Query : await KeptValues.QueryAsync(session, interpolation, source.Parameters(), cancellationToken).ConfigureAwait(false);
            return new StatementFeed { Schema = schema, Relation = SpinePlanner.InStatement(query, columns, asOf), PassesThrough = true };
        }

        var rows = await session.InCallersPathAsync(
            () => session.ExecuteAsync(SpinePlanner.Stage(source.Query), cancellationToken, source.Parameters()), cancellationToken).ConfigureAwait(false);
        return new StagedFeed(rows, context.MostOfKnown, context.IsPassed) { Schema = schema, Relation = SpinePlanner.FromStage(columns, asOf), PassesThrough = true };
    }

    /// <summary>How many pages the table has, or null where it is to be staged.</summary>
    private static async Task<long?> PagesAsync(Session session, string schema, string table, CancellationToken cancellationToken) =>
        await session.QueryAsync(SnapshotSql.Pages, reader => reader.GetInt64(0), cancellationToken, Parameters.Text(schema), Parameters.Text(table)).ConfigureAwait(false) is [var pages] ? pages : null;

    private async Task<IReadOnlyList<SourceColumn>> DescribeAsync(Session session, CancellationToken cancellationToken)
    {
        await using var command = session.Command(source.Query, source.Parameters());
        await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SchemaOnly, cancellationToken).ConfigureAwait(false);
        return [.. Enumerable.Range(0, reader.FieldCount).Select(i => new SourceColumn(reader.GetName(i), reader.GetDataTypeName(i).Replace(", ", ",", StringComparison.Ordinal)))];
    }
}
