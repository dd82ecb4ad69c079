using System.Data;
using Ematix.Planning;
using Ematix.Runtime;
using Ematix.Sql;

namespace Ematix.Loading;

/// <summary>Brings a source's rows into the stage, in source order.</summary>
internal static class Stage<TView>
    where TView : class, IFeatureView<TView>
{
    private const int ProgressStep = 10_000;

    /// <returns>How many rows the source gave.</returns>
    public static async Task<long> FillAsync(Session session, LoadPlan plan, Source source, IProgress<SyncProgress>? progress, CancellationToken cancellationToken)
    {
        await session.ExecuteAsync(plan.CreateStage, cancellationToken).ConfigureAwait(false);
        var rows = source switch
        {
            SqlSource sql => await session.InCallersPathAsync(() => FromQueryAsync(session, plan, sql, cancellationToken), cancellationToken).ConfigureAwait(false),
            RowSource<TView> typed => await FromRowsAsync(session, plan, typed, progress, cancellationToken).ConfigureAwait(false),
            _ => throw new NotSupportedException($"A source of type {source.GetType().Name} can't load {TView.Definition.CatalogName}."),
        };
        return rows;
    }

    /// <summary>The query's columns are described, and judged, before it runs.</summary>
    private static async Task<long> FromQueryAsync(Session session, LoadPlan plan, SqlSource source, CancellationToken cancellationToken)
    {
        var columns = await DescribeAsync(session, source, cancellationToken).ConfigureAwait(false);
        if (SourceColumns.Compare(plan.Source, columns, plan.Carried) is { Count: > 0 } differences)
            throw new SourceSchemaException(Identifier.Table(TView.Definition), differences);
        return await session.ExecuteAsync(plan.StageQuery(source.Query), cancellationToken, source.Parameters()).ConfigureAwait(false);
    }

    private static async Task<IReadOnlyList<SourceColumn>> DescribeAsync(Session session, SqlSource source, CancellationToken cancellationToken)
    {
        await using var command = session.Command(source.Query, source.Parameters());
        await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SchemaOnly, cancellationToken).ConfigureAwait(false);
        return [.. Enumerable.Range(0, reader.FieldCount).Select(i => new SourceColumn(reader.GetName(i), TypeName(reader.GetDataTypeName(i))))];
    }

    /// <summary>As the server's format_type writes it: without a space between precision and scale.</summary>
    private static string TypeName(string name) => name.Replace(", ", ",", StringComparison.Ordinal);

    private static async Task<long> FromRowsAsync(
        Session session, LoadPlan plan, RowSource<TView> source, IProgress<SyncProgress>? progress, CancellationToken cancellationToken)
    {
        await using var importer = await session.CopyAsync(plan.CopyStage, cancellationToken).ConfigureAwait(false);
        importer.Timeout = Timeout.InfiniteTimeSpan;
        var writer = new RowWriter(importer, TView.Definition, plan.Source, cancellationToken);
        await foreach (var row in source.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            if (row is null)
                throw new ArgumentException($"Row {writer.Row + 1} of the source is null.", nameof(source));
            await writer.StartRowAsync().ConfigureAwait(false);
            await TView.WriteRowAsync(row, writer).ConfigureAwait(false);
            await writer.Int64(writer.Row).ConfigureAwait(false);
            if (writer.Row % ProgressStep == 0)
                progress?.Report(new SyncProgress(writer.Row, 0, 0));
        }

        await importer.CompleteAsync(cancellationToken).ConfigureAwait(false);
        return writer.Row;
    }
}
