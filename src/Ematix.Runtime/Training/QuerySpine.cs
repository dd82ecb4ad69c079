using Ematix.Loading;
using Ematix.Planning.Training;

namespace Ematix.Training;

/// <summary>A spine that a query of the store's own database gives.</summary>
/// <param name="source">The query, with its values as parameters.</param>
/// <param name="interpolation">The query as it was written, if it has values.</param>
/// <param name="asOf">The column with the as-of.</param>
internal sealed class QuerySpine(SqlSource source, SqlInterpolation? interpolation, string asOf) : Spine
{
    internal override TrainingManifestSpine Origin => new() { Kind = "Query", Query = source.Query };

    /// <summary>The server locks what a query reads when it describes it.</summary>
    internal override Task HoldAsync(Session session, CancellationToken cancellationToken) =>
        session.InCallersPathAsync(() => SourceSchema.DescribeAsync(session, source.Query, source.Parameters(), cancellationToken), cancellationToken);

    internal override async Task<SpineFeed> OpenAsync(TrainingContext context, CancellationToken cancellationToken)
    {
        var given = await GivenColumns.OfAsync(context, source, asOf, SpineRemedies.Query, cancellationToken).ConfigureAwait(false);
        return await StageAsync(context, given, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Stages the query's rows, or makes them a part of the statement where nothing can be staged.</summary>
    public async Task<SpineFeed> StageAsync(TrainingContext context, GivenColumns given, CancellationToken cancellationToken)
    {
        var session = context.Session;
        if (!session.CanStage)
        {
            var query = interpolation is null ? source.Query : await KeptValues.QueryAsync(session, interpolation, source.Parameters(), cancellationToken).ConfigureAwait(false);
            return new StatementFeed { Schema = given.Schema, Relation = SpinePlanner.InStatement(query, given.Columns, asOf), PassesThrough = true };
        }

        var rows = await session.InCallersPathAsync(
            () => session.ExecuteAsync(SpinePlanner.Stage(source.Query), cancellationToken, source.Parameters()), cancellationToken).ConfigureAwait(false);
        return new StagedFeed(rows, context.MostOfKnown, context.IsPassed) { Schema = given.Schema, Relation = SpinePlanner.FromStage(given.Columns, asOf), PassesThrough = true };
    }
}
