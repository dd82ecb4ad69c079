using Apache.Arrow;
using Ematix.Loading;
using Ematix.Model;
using Ematix.Planning.Training;
using Ematix.Runtime;

namespace Ematix.Training;

/// <summary>The columns of a spine in the database, judged by the views that are to be joined.</summary>
/// <param name="Columns">With their types.</param>
/// <param name="Schema">The same as Arrow fields.</param>
internal sealed record GivenColumns(EquatableArray<SpineColumn> Columns, Schema Schema)
{
    /// <summary>What a query gives, in the caller's search path.</summary>
    /// <exception cref="SpineSchemaException">They don't fit.</exception>
    public static async Task<GivenColumns> OfAsync(TrainingContext context, SqlSource source, string asOf, SpineRemedies remedies, CancellationToken cancellationToken)
    {
        var session = context.Session;
        var given = await session.InCallersPathAsync(() => SourceSchema.DescribeAsync(session, source.Query, source.Parameters(), cancellationToken), cancellationToken).ConfigureAwait(false);
        SpineJudge.Check(context.Set, asOf, given, remedies);
        var columns = SpineColumns.Resolve(given);
        return new(columns, new Schema(columns.Select(column => new Field(column.Name, ArrowSchemas.TypeOf(column.Type), nullable: true)), metadata: null));
    }
}
