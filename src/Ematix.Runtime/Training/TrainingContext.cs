using Ematix.Model;
using Ematix.Planning.Training;
using Ematix.Reading;
using Ematix.Runtime;
using Npgsql;

namespace Ematix.Training;

/// <summary>One snapshot of all views of a read, with what applies to each: its time to live, and up to when its loads count.</summary>
internal sealed class TrainingContext : IAsyncDisposable
{
    private TrainingContext(FeatureStore store, TrainingSetModel set, HistoricalOptions options, Session session) =>
        (Store, Set, Options, Session) = (store, set, options, session);

    public FeatureStore Store { get; }

    public TrainingSetModel Set { get; }

    public HistoricalOptions Options { get; }

    public Session Session { get; }

    /// <summary>A view's time to live; one a view.</summary>
    public required IReadOnlyList<TimeSpan?> Ttls { get; init; }

    /// <summary>The instant up to which a view's loads count, in microseconds since 2000; one a view, or none for everything.</summary>
    public IReadOnlyList<long> KnownAts { get; private set; } = [];

    /// <summary>The instant to ask for again, to read the same; null where everything counts.</summary>
    public DateTimeOffset? KnownAt { get; private set; }

    /// <summary>Judges the options, waits for loads where that is asked for, and takes the snapshot and the locks: of the histories, and of a spine in the database.</summary>
    /// <exception cref="NotRegisteredException">A view has no table.</exception>
    /// <exception cref="SchemaDriftException">The table of a view lacks columns.</exception>
    /// <exception cref="SpineSchemaException">The table that is the spine does not exist.</exception>
    public static async Task<TrainingContext> BeginAsync(FeatureStore store, TrainingSetModel set, Spine? spine, HistoricalOptions options, CancellationToken cancellationToken)
    {
        var ttls = Check(set, options);
        try
        {
            return await BeginAsync(store, set, spine, options, ttls, cancellationToken).ConfigureAwait(false);
        }
        catch (PostgresException cause) when (cause.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName)
        {
            await using var other = await Session.BeginSnapshotAsync(store, snapshot: null, cancellationToken).ConfigureAwait(false);
            await ViewTables.CheckAsync(other, set, cause, cancellationToken).ConfigureAwait(false);
            throw;
        }
    }

    private static async Task<TrainingContext> BeginAsync(
        FeatureStore store, TrainingSetModel set, Spine? spine, HistoricalOptions options, TimeSpan?[] ttls, CancellationToken cancellationToken)
    {
        var loads = options.AsKnownAt is null ? [] : await LoadWait.RunAsync(store, [.. set.Views.Select(view => view.View)], options.WaitTimeout, cancellationToken).ConfigureAwait(false);
        var session = await Session.BeginSnapshotAsync(store, snapshot: null, cancellationToken).ConfigureAwait(false);
        try
        {
            var context = new TrainingContext(store, set, options, session) { Ttls = ttls };
            await session.HoldAsync(() => context.HoldAsync(spine, cancellationToken), cancellationToken).ConfigureAwait(false);
            await ViewTables.CheckAsync(session, set, cause: null, cancellationToken).ConfigureAwait(false);
            if (options.AsKnownAt is { } asked)
                context.Lower(PgInstant.Floor(asked), loads);
            return context;
        }
        catch
        {
            await session.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Whether the read passes over whole histories.</summary>
    public bool IsPassed => KnownAts.Count > 0 || Options.Strategy is JoinStrategy.Hash or JoinStrategy.OnePass;

    /// <summary>How many rows a part of a spine of known length has at most: one pass is best, whatever the length.</summary>
    public long MostOfKnown => IsPassed ? long.MaxValue : Options.Sizes.Most;

    /// <summary>How many rows a part has, by its number from 0, where the spine's length is not known.</summary>
    public int PartSize(int part) => Options.Sizes.Of(part, IsPassed);

    /// <summary>The join with values in parameters from a position.</summary>
    public TrainingJoin Join(SpineRelation spine, Func<int, string> ttl, Func<int, string> knownAt) => new()
    {
        Set = Set,
        Spine = spine,
        Features = [],
        Boundary = Options.Boundary,
        Ttls = Ttls.Select((limit, i) => limit is null ? "" : ttl(i)).ToEquatableArray(),
        KnownAts = KnownAts.Select((_, i) => knownAt(i)).ToEquatableArray(),
    };

    /// <summary>The values of <see cref="Join"/> for statements that take no parameters.</summary>
    public async Task KeepValuesAsync(Session session, CancellationToken cancellationToken)
    {
        for (var i = 0; i < Ttls.Count; i++)
        {
            if (Ttls[i] is { } ttl)
                await session.SetLocalAsync(TrainingValues.Ttl(i), SettingText.Duration(ttl), cancellationToken).ConfigureAwait(false);
        }

        for (var i = 0; i < KnownAts.Count; i++)
            await session.SetLocalAsync(TrainingValues.KnownAt(i), SettingText.Instant(KnownAts[i]), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The limit of a statement, where one is asked for.</summary>
    public Task LimitAsync(Session session, CancellationToken cancellationToken) =>
        Options.StatementTimeout is { } limit ? session.SetLimitAsync("statement_timeout", limit, cancellationToken) : Task.CompletedTask;

    public ValueTask DisposeAsync() => Session.DisposeAsync();

    /// <exception cref="ArgumentException">Set or options can't be right.</exception>
    public static TimeSpan?[] Check(TrainingSetModel set, HistoricalOptions options)
    {
        TrainingSets.Check(set);
        if (options.BatchSize <= 0)
            throw new ArgumentOutOfRangeException(nameof(options), options.BatchSize, "HistoricalOptions.BatchSize is one row or more.");
        if (options.MaxConnections <= 0)
            throw new ArgumentOutOfRangeException(nameof(options), options.MaxConnections, "HistoricalOptions.MaxConnections is one or more.");
        if (!Enum.IsDefined(options.Boundary) || !Enum.IsDefined(options.Strategy))
            throw new ArgumentOutOfRangeException(nameof(options), "HistoricalOptions.Boundary or Strategy is no named value.");
        return [.. set.Views.Select(view => TimeToLive.Of(view.View, options.Ttl, nameof(options), "HistoricalOptions.Ttl"))];
    }

    private async Task HoldAsync(Spine? spine, CancellationToken cancellationToken)
    {
        await LimitAsync(Session, cancellationToken).ConfigureAwait(false);
        await Session.ExecuteAsync(SnapshotSql.Hold(SnapshotSql.Histories(Set)), cancellationToken).ConfigureAwait(false);
        if (spine is not null)
            await spine.HoldAsync(Session, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// A load that came after the wait has a time later than its target's last one then: below that, nothing can come any more. Each view is
    /// lowered to its own; the latest of them asks for the same again.
    /// </summary>
    private void Lower(long asked, IReadOnlyList<(long? Last, long Clock)> loads)
    {
        KnownAts = [.. loads.Select(load => Math.Min(asked, load.Last ?? load.Clock))];
        long[] loaded = [.. KnownAts.Where((_, i) => loads[i].Last is not null)];
        KnownAt = PgInstant.ToInstant(loaded.Length > 0 ? loaded.Max() : KnownAts.Min());
    }
}
