using System.Runtime.CompilerServices;
using Apache.Arrow;
using Ematix.Fingerprint;
using Ematix.Model;
using Ematix.Planning.Training;
using Ematix.Runtime;

namespace Ematix.Training;

/// <summary>One read: spine judged, strategy chosen, then part after part in spine order, from one connection or in turns from several.</summary>
internal sealed class TrainingRun : IAsyncDisposable
{
    private readonly TrainingManifestSpine _origin;
    private readonly SpineFeed _feed;
    private readonly TrainingJoin _join;
    private readonly List<Session> _sessions;
    private readonly IReadOnlyList<long> _histories;
    private readonly string _reason;
    private readonly string _plan;

    private TrainingRun(TrainingContext context, TrainingManifestSpine origin, SpineFeed feed, TrainingJoin join, JoinStrategy strategy, string reason, IReadOnlyList<long> histories)
    {
        (Context, _origin, _feed, _join, Strategy, _reason, _histories) = (context, origin, feed, join, strategy, reason, histories);
        _sessions = [context.Session];
        Schema = new Schema(
            [.. feed.Schema.FieldsList, .. join.Features.Select(feature => new Field(feature.Name, ArrowSchemas.TypeOf(feature.Feature.Type), nullable: true))], feed.Schema.Metadata);
        _plan = TrainingPlanner.Plan(join, strategy);
    }

    public TrainingContext Context { get; }

    public Schema Schema { get; }

    private JoinStrategy Strategy { get; }

    public long RowCount { get; private set; }

    public TrainingManifest Manifest => new()
    {
        Views = [.. Context.Set.Views.Select(Describe)],
        SpineColumns = [.. _feed.Schema.FieldsList.Select(spine => spine.Name)],
        AsOfColumn = _feed.Relation.AsOf,
        Boundary = Context.Options.Boundary.ToString(),
        AsKnownAt = Context.KnownAt,
        Strategy = Strategy.ToString(),
        Spine = _origin,
        Sql = [_plan],
    };

    public static async Task<TrainingRun> OpenAsync(
        FeatureStore store, TrainingSetModel set, Spine spine, HistoricalOptions options, CancellationToken cancellationToken)
    {
        var context = await TrainingContext.BeginAsync(store, set, spine, options, cancellationToken).ConfigureAwait(false);
        SpineFeed? feed = null;
        TrainingRun? run = null;
        try
        {
            feed = await spine.OpenAsync(context, cancellationToken).ConfigureAwait(false);
            string[] names = [.. feed.Schema.FieldsList.Select(field => field.Name)];
            var features = TrainingColumns.Of(set, names);
            if (TrainingColumns.Taken(names, features).FirstOrDefault() is { } taken)
                throw new SpineSchemaException([$"two columns of the output have the name \"{taken}\": rename the spine's column, or give the view another name, by .Join<TView>(name, …) in a TrainingSet or a Prefix in a service"]);
            var join = context.Join(feed.Relation, i => TrainingValues.Interval(TrainingValues.Ttl(i)), i => TrainingValues.Instant(TrainingValues.KnownAt(i)));
            var histories = await HistoriesAsync(context, cancellationToken).ConfigureAwait(false);
            var (strategy, reason) = Choose(context, feed, histories);
            run = new TrainingRun(context, spine.Origin, feed, join with { Features = features, PassesThrough = feed.PassesThrough }, strategy, reason, histories);
            await run.StartAsync(cancellationToken).ConfigureAwait(false);
            return run;
        }
        catch
        {
            // A run may have more sessions than the context's.
            await (run is null ? Disposal.AfterFailureAsync(context, feed) : Disposal.AfterFailureAsync(run)).ConfigureAwait(false);
            throw;
        }
    }

    public async Task<HistoricalExplanation> ExplainAsync(CancellationToken cancellationToken)
    {
        using var part = await _feed.NextAsync(cancellationToken).ConfigureAwait(false);
        var (sql, plan) = (_plan, new List<string>());
        if (part is not null)
        {
            sql = (await QueriesAsync(part, cancellationToken).ConfigureAwait(false))[0].Query;
            plan = await Context.Session.QueryAsync(TrainingPlanner.Explain(sql), reader => reader.GetString(0), cancellationToken).ConfigureAwait(false);
        }

        return new()
        {
            Strategy = Strategy,
            Reason = _reason,
            SpineRows = _feed.Rows,
            HistoryRows = _histories,
            Connections = _sessions.Count,
            Sql = sql,
            Plan = string.Join('\n', plan),
        };
    }

    public async IAsyncEnumerable<RecordBatch> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var schema = new Schema([.. Schema.FieldsList.Skip(_feed.PassesThrough ? 0 : _feed.Schema.FieldsList.Count)], metadata: null);
        ColumnType[] types = [.. _feed.PassesThrough ? _feed.Relation.Columns.Select(column => column.Type) : [], .. _join.Features.Select(feature => feature.Feature.Type)];
        var options = new CopyToArrowOptions { RowsPerBatch = Context.Options.BatchSize };
        while (await _feed.NextAsync(cancellationToken).ConfigureAwait(false) is { } part)
        {
            using (part)
            {
                var (rows, before) = (0L, RowCount);
                var queries = await QueriesAsync(part, cancellationToken).ConfigureAwait(false);
                await using var running = await RunningPart.StartAsync([.. queries.Select(query => (query.Session, TrainingPlanner.Copy(query.Query)))], cancellationToken).ConfigureAwait(false);
                var features = CopyToArrow.ReadAsync(running.Rows, schema, types, options, cancellationToken).GetAsyncEnumerator(cancellationToken);
                await using (features.ConfigureAwait(false))
                {
                    while (await NextAsync(features, before).ConfigureAwait(false))
                    {
                        ExpectAtMost(part.Rows, rows, features.Current);
                        var batch = part.Complete(Schema, features.Current, rows);
                        rows += batch.Length;
                        RowCount += batch.Length;
                        Context.Options.Progress?.Report(new(RowCount, _feed.Rows));
                        yield return batch;
                    }
                }

                Expect(part.Rows, rows);
            }
        }

        Expect(_feed.Rows, RowCount);
    }

    /// <summary>Gives the connections back first: a spine of the caller's may take its time.</summary>
    public ValueTask DisposeAsync() => new(Disposal.AllAsync([.. _sessions, _feed]));

    /// <summary>What each session does for a part.</summary>
    private async Task<IReadOnlyList<(Session Session, string Query)>> QueriesAsync(SpinePart part, CancellationToken cancellationToken)
    {
        var ranges = await part.BringAsync(Work(), cancellationToken).ConfigureAwait(false);
        return [.. ranges.Zip(_sessions, (range, session) => (session, TrainingPlanner.Plan(_join with { Spine = range, IsNumbered = ranges.Count > 1 }, Strategy)))];
    }

    private SharedWork Work() => new(_join, _sessions, Context.Options.Sizes.Unshared);

    private static void Expect(long? expected, long rows)
    {
        if (expected is { } known && rows != known)
            throw new HistoryOverlapException(rows, known);
    }

    /// <summary>Answers for which the spine has no rows are not put beside any.</summary>
    private static void ExpectAtMost(long? expected, long rows, RecordBatch next)
    {
        if (expected is not { } known || rows + next.Length <= known)
            return;
        var given = rows + next.Length;
        next.Dispose();
        throw new HistoryOverlapException(given, known);
    }

    /// <summary>Rows are counted over all parts, and a value of the spine is corrected there.</summary>
    private async ValueTask<bool> NextAsync(IAsyncEnumerator<RecordBatch> features, long rowsBefore)
    {
        try
        {
            return await features.MoveNextAsync().ConfigureAwait(false);
        }
        catch (UnreadableValueException cause)
        {
            throw cause.After(rowsBefore, SpineRemedy(cause.Column));
        }
    }

    private string? SpineRemedy(string column) =>
        column == _feed.Relation.AsOf ? "An as-of is an instant of the years 1 to 9999: filter such rows out of the spine, or give them one."
        : _feed.Schema.FieldsList.Any(field => field.Name == column) ? "Filter such rows out of the spine, cast its column to text, or leave it out."
        : null;

    private TrainingManifestView Describe(TrainingViewModel view, int position) => new()
    {
        Name = view.Name,
        CatalogName = view.View.CatalogName,
        Version = view.View.Version,
        Fingerprint = ViewFingerprint.Of(view.View),
        Ttl = Context.Ttls[position],
        AsKnownAt = Context.KnownAts.Count > 0 ? PgInstant.ToInstant(Context.KnownAts[position]) : null,
        SpineColumns = [.. view.SpineColumns],
        Features = [.. _join.Features.Where(wanted => wanted.View == position).Select(wanted => wanted.Name)],
    };

    private static async Task<IReadOnlyList<long>> HistoriesAsync(TrainingContext context, CancellationToken cancellationToken)
    {
        var sizes = new List<long>();
        foreach (var view in context.Set.Views)
        {
            var size = await context.Session.QueryAsync(
                SnapshotSql.HistorySize, reader => reader.GetInt64(0), cancellationToken, Parameters.Text(view.View.Schema), Parameters.Text(view.View.Table)).ConfigureAwait(false);
            sizes.Add(size is [var rows] ? rows : 0);
        }

        return sizes;
    }

    private static (JoinStrategy Strategy, string Reason) Choose(TrainingContext context, SpineFeed feed, IReadOnlyList<long> histories)
    {
        if (context.KnownAts.Count > 0)
            return (JoinStrategy.Hash, "as known at an instant: every version of a key counts, which no index over visible versions has");
        return context.Options.Strategy == JoinStrategy.Auto ? StrategyChoice.Of(feed.RowsToJudge, histories) : (context.Options.Strategy, "asked for");
    }

    /// <summary>Makes the sessions ready. More than one only for what is long, and only if the pool has them, and they their locks, at once.</summary>
    private async Task StartAsync(CancellationToken cancellationToken)
    {
        var wanted = _feed.CanBeShared && Work().IsLong(_feed.RowsToJudge) ? Context.Options.MaxConnections : 1;
        if (wanted > 1)
        {
            var snapshot = (await Context.Session.QueryAsync(SnapshotSql.Export, reader => reader.GetString(0), cancellationToken).ConfigureAwait(false))[0];
            var hold = SnapshotSql.Hold(SnapshotSql.Tables(_join));
            while (_sessions.Count < wanted && await OtherSession.TryBeginAsync(Context, snapshot, hold, cancellationToken).ConfigureAwait(false) is { } other)
                _sessions.Add(other);
        }

        foreach (var session in _sessions)
        {
            if (!_feed.Relation.IsInCallersPath)
                await session.QueryAsync(SnapshotSql.PlainTexts, _ => 0, cancellationToken).ConfigureAwait(false);
            await Context.KeepValuesAsync(session, cancellationToken).ConfigureAwait(false);
            foreach (var (name, value) in Context.KnownAts.Count > 0 ? [] : TrainingPlanner.Settings(Strategy))
                await session.SetLocalAsync(name, value, cancellationToken).ConfigureAwait(false);
        }

        await _feed.PrepareAsync(Work(), cancellationToken).ConfigureAwait(false);
    }
}
