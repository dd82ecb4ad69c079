using Apache.Arrow;
using Apache.Arrow.Ipc;
using Ematix.Loading;
using Ematix.Training;

namespace Ematix;

/// <summary>
/// The rows of a training set: entity keys, an as-of time, and whatever else is to stand beside the features, such as labels. Columns are matched by name
/// and judged by type: integers widen, <c>varchar</c> is text, and the as-of must be an instant (<c>timestamptz</c>; in Arrow a timestamp with a zone).
/// </summary>
public abstract class Spine
{
    private protected Spine()
    {
    }

    /// <summary>A table or view of the store's own database, in the order in which it is stored. No row leaves the server but in the result.</summary>
    /// <param name="schema">The schema; an identifier, taken to the letter.</param>
    /// <param name="table">The table; an identifier, taken to the letter.</param>
    /// <param name="asOf">The column with the as-of time, a <c>timestamptz</c>. One that is infinite ends a read into record batches (<see cref="UnreadableValueException"/>).</param>
    public static Spine Table(string schema, string table, string asOf)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(schema);
        ArgumentException.ThrowIfNullOrWhiteSpace(table);
        ArgumentException.ThrowIfNullOrWhiteSpace(asOf);
        return new TableSpine(schema, table, asOf);
    }

    /// <summary>A query on the store's own database, in the query's order, run in the session's search path. No row leaves the server but in the result.</summary>
    /// <param name="query">One SELECT (or WITH … SELECT), without parameters.</param>
    /// <param name="asOf">The column with the as-of time, a <c>timestamptz</c>. One that is infinite ends a read into record batches (<see cref="UnreadableValueException"/>).</param>
    /// <remarks>An error of the query, such as a division by zero, reaches whoever reads as the server's <see cref="Npgsql.PostgresException"/>.</remarks>
    public static Spine Sql(string query, string asOf)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(query);
        ArgumentException.ThrowIfNullOrWhiteSpace(asOf);
        return new QuerySpine(new SqlSource(query, []), null, asOf);
    }

    /// <summary>The same with values: each <c>{value}</c> of the interpolated string becomes a parameter, never text.</summary>
    /// <param name="query">An interpolated string.</param>
    /// <param name="asOf">The column with the as-of time, a <c>timestamptz</c>. One that is infinite ends a read into record batches (<see cref="UnreadableValueException"/>).</param>
    /// <remarks>An error of the query, such as a division by zero, reaches whoever reads as the server's <see cref="Npgsql.PostgresException"/>.</remarks>
    public static Spine Sql(SqlInterpolation query, string asOf)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentException.ThrowIfNullOrWhiteSpace(query.Text, nameof(query));
        ArgumentException.ThrowIfNullOrWhiteSpace(asOf);
        return new QuerySpine(new SqlSource(query.Text, query.Values), query, asOf);
    }

    /// <summary>
    /// Record batches, which stay the caller's: a batch may be disposed when the next one is asked for. Columns that are neither key nor as-of may have any type
    /// but unions, list views and run-end encoded ones (<see cref="SpineSchemaException"/>). Dictionaries come as their values.
    /// </summary>
    /// <param name="batches">Batches of one schema, units and zones included; read once an enumeration of the result.</param>
    /// <param name="asOf">The column with the as-of time, a timestamp with a zone; finer than a microsecond is floored.</param>
    public static Spine Arrow(IEnumerable<RecordBatch> batches, string asOf)
    {
        ArgumentNullException.ThrowIfNull(batches);
        return Arrow(Parts.Stream(batches), asOf);
    }

    /// <inheritdoc cref="Arrow(IEnumerable{RecordBatch}, string)"/>
    /// <remarks>The sequence is enumerated anew by each enumeration, export and <see cref="HistoricalFeatures.ExplainAsync"/>. One that gives its batches once only gives the next of them a set without rows.</remarks>
    public static Spine Arrow(IAsyncEnumerable<RecordBatch> batches, string asOf)
    {
        ArgumentNullException.ThrowIfNull(batches);
        ArgumentException.ThrowIfNullOrWhiteSpace(asOf);
        return new ArrowSpine(batches, null, asOf);
    }

    /// <summary>A stream of record batches, which are disposed as they are read. The stream itself stays the caller's. Its columns may have the same types.</summary>
    /// <param name="stream">The stream, of batches of its schema. It can be read once: a second reading, be it after <see cref="HistoricalFeatures.ExplainAsync"/>, is an <see cref="InvalidOperationException"/>.</param>
    /// <param name="asOf">The column with the as-of time, a timestamp with a zone; finer than a microsecond is floored.</param>
    public static Spine Arrow(IArrowArrayStream stream, string asOf)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentException.ThrowIfNullOrWhiteSpace(asOf);
        return new ArrowSpine(new ReadOnce(stream), stream.Schema, asOf);
    }

    /// <summary>Where its rows come from, for a manifest.</summary>
    internal abstract TrainingManifestSpine Origin { get; }

    /// <summary>Takes the locks of what is in the database, and reads nothing.</summary>
    internal virtual Task HoldAsync(Session session, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Judges the spine, and makes it ready to be joined.</summary>
    /// <param name="context">The read.</param>
    /// <param name="cancellationToken">Cancels the read, to its end: what gives rows part by part keeps it.</param>
    internal abstract Task<SpineFeed> OpenAsync(TrainingContext context, CancellationToken cancellationToken);
}
