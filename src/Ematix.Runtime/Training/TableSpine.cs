using Ematix.Loading;
using Ematix.Planning.Training;
using Ematix.Sql;
using Npgsql;

namespace Ematix.Training;

/// <summary>A spine that is a table or view of the store's own database, in the order in which it is stored.</summary>
/// <param name="schema">Its schema.</param>
/// <param name="table">Its name.</param>
/// <param name="asOf">The column with the as-of.</param>
internal sealed class TableSpine(string schema, string table, string asOf) : Spine
{
    internal override TrainingManifestSpine Origin => new() { Kind = "Table", Table = Identifier.Qualified(schema, table) };

    internal override async Task HoldAsync(Session session, CancellationToken cancellationToken)
    {
        try
        {
            await session.ExecuteAsync(SnapshotSql.Hold([Identifier.Qualified(schema, table)]), cancellationToken).ConfigureAwait(false);
        }
        catch (PostgresException cause) when (cause.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName)
        {
            throw new SpineSchemaException([$"there is no table {Identifier.Qualified(schema, table)} (names are taken to the letter, by case too)"], cause: cause);
        }
    }

    internal override async Task<SpineFeed> OpenAsync(TrainingContext context, CancellationToken cancellationToken)
    {
        var (session, source) = (context.Session, new SqlSource(SpinePlanner.Table(schema, table), []));
        var given = await GivenColumns.OfAsync(context, source, asOf, SpineRemedies.Table, cancellationToken).ConfigureAwait(false);
        if (await PagesAsync(session, cancellationToken).ConfigureAwait(false) is { } pages)
        {
            var relation = SpinePlanner.FromTable(schema, table, given.Columns, asOf);
            var count = (await session.QueryAsync(SpinePlanner.Count(relation), reader => reader.GetInt64(0), cancellationToken).ConfigureAwait(false))[0];
            return new TableFeed(count, pages, context.MostOfKnown) { Schema = given.Schema, Relation = relation, PassesThrough = true };
        }

        // Workers would hand over the rows of a relation in any order.
        await session.SetLocalAsync("max_parallel_workers_per_gather", "0", cancellationToken).ConfigureAwait(false);
        return await new QuerySpine(source, null, asOf).StageAsync(context, given, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>How many pages the table has, or null where it is to be staged.</summary>
    private async Task<long?> PagesAsync(Session session, CancellationToken cancellationToken) =>
        await session.QueryAsync(SnapshotSql.Pages, reader => reader.GetInt64(0), cancellationToken, Parameters.Text(schema), Parameters.Text(table)).ConfigureAwait(false) is [var pages] ? pages : null;
}
