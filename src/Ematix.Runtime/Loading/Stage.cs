using Ematix.Model;
using Ematix.Planning;
using Ematix.Runtime;
using Ematix.Sql;

namespace Ematix.Loading;

/// <summary>Brings a source's rows into the stage, in source order.</summary>
internal static class Stage<TView>
    where TView : class, IFeatureView<TView>
{
    private const int ProgressStep = 10_000;

    /// <summary>Judges the source's columns before a row is read, and plans the load of what it has.</summary>
    /// <exception cref="SourceSchemaException">The source does not match the view.</exception>
    public static async Task<LoadPlan> PlanAsync(Session session, Source source, LoadOptionsModel options, CancellationToken cancellationToken)
    {
        var target = LoadTarget.Of(TView.Definition, options);
        var columns = source switch
        {
            SqlSource sql => await session.InCallersPathAsync(() => SourceSchema.DescribeAsync(session, sql.Query, sql.Parameters(), cancellationToken), cancellationToken).ConfigureAwait(false),
            RemoteReader remote => remote.Columns,
            _ => null,
        };
        var (incremental, fault) = options.IncrementalColumn is { } name ? IncrementalColumn.Find(target, name, columns) : default;
        string[] differences =
        [
            .. columns is null ? [] : SourceColumns.Compare(target.Source, columns, target.Carried, options.IncrementalColumn),
            .. fault is null ? Array.Empty<string>() : [fault],
        ];
        return differences.Length > 0
            ? throw new SourceSchemaException(Identifier.Table(TView.Definition), differences)
            : LoadPlanner.Plan(TView.Definition, options, incremental);
    }

    public static async Task<Staged> FillAsync(
        Session session, LoadPlan plan, Source source, WatermarkKeeper? watermark, IProgress<SyncProgress>? progress, CancellationToken cancellationToken)
    {
        if (source is SqlSource sql)
        {
            return await Sieve.TryFillAsync(session, plan, sql, cancellationToken).ConfigureAwait(false)
                ?? new(await session.InCallersPathAsync(() => FromQueryAsync(session, plan, sql, watermark, cancellationToken), cancellationToken).ConfigureAwait(false));
        }

        await session.ExecuteAsync(plan.CreateStage, cancellationToken).ConfigureAwait(false);
        var rows = source switch
        {
            RemoteReader remote => await remote.FillAsync(session, plan, watermark, Steps(progress), cancellationToken).ConfigureAwait(false),
            ArrowSource arrow => await ArrowStage.FillAsync(session, plan, arrow, Steps(progress), cancellationToken).ConfigureAwait(false),
            RowSource<TView> typed => await FromRowsAsync(session, plan, typed, progress, cancellationToken).ConfigureAwait(false),
            _ => throw new NotSupportedException($"A source of type {source.GetType().Name} can't load {TView.Definition.CatalogName}."),
        };
        // What is read from a database is filtered there.
        if (source.Path == SyncPath.Client && watermark?.Bound is not null)
            await session.ExecuteAsync(plan.KeepNew!, cancellationToken, watermark.BoundParameter()).ConfigureAwait(false);
        return new(rows);
    }

    private static Task<long> FromQueryAsync(Session session, LoadPlan plan, SqlSource source, WatermarkKeeper? watermark, CancellationToken cancellationToken)
    {
        var parameters = source.Parameters();
        return watermark?.Bound is null
            ? session.ExecuteAsync(plan.StageQuery(source.Query, null), cancellationToken, parameters)
            : session.ExecuteAsync(
                plan.StageQuery(source.Query, WatermarkPlanner.ToRead(plan.Incremental!, plan.View.Mode, VersionSql.Parameter(parameters.Length + 1))),
                cancellationToken,
                [.. parameters, watermark.BoundParameter()]);
    }

    /// <summary>Tells the rows read so far at each step, like typed rows do.</summary>
    private static Action<long>? Steps(IProgress<SyncProgress>? progress)
    {
        if (progress is null)
            return null;
        var told = 0L;
        return rows =>
        {
            if (rows / ProgressStep == told)
                return;
            told = rows / ProgressStep;
            progress.Report(new SyncProgress(rows, 0, 0));
        };
    }

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
            if (writer.Row % ProgressStep == 0)
                progress?.Report(new SyncProgress(writer.Row, 0, 0));
        }

        await importer.CompleteAsync(cancellationToken).ConfigureAwait(false);
        return writer.Row;
    }
}
