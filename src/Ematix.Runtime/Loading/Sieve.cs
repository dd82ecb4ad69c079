using Ematix.Planning;
using Ematix.Runtime;

namespace Ematix.Loading;

/// <summary>Stages a query of the same database without the rows that change nothing, where the server proves that it has one row a place.</summary>
internal static class Sieve
{
    /// <summary>
    /// How long after the query has begun a load's time may be: the rows that renew a version until then are staged. A load whose query runs longer has the
    /// time at which this ends, which is as good as any while the query runs.
    /// </summary>
    private const long RenewalHorizon = 3_600_000_000;

    private static readonly long FirstInstant = PgInstant.Floor(DateTimeOffset.MinValue);

    /// <returns>Null where the query must be staged as it is.</returns>
    public static async Task<Staged?> TryFillAsync(Session session, LoadPlan plan, SqlSource source, CancellationToken cancellationToken)
    {
        if (plan.Sieve is not { } sieve || !await IsProvenAsync(session, sieve, source, cancellationToken).ConfigureAwait(false))
            return null;
        var latest = long.MaxValue;
        var parameters = source.Parameters();
        var query = sieve.StageQuery(source.Query, parameters.Length);
        if (sieve.SkipRenewals is not null && plan.RenewalTtl is { } ttl)
        {
            latest = (await LoadClock.ReadAsync(session, plan, cancellationToken).ConfigureAwait(false)).Microseconds + RenewalHorizon;
            parameters = [.. parameters, Parameters.Instant(FirstYoung(latest, ttl))];
        }

        await session.ExecuteAsync(SievePlanner.CreateCounter, cancellationToken).ConfigureAwait(false);
        var staged = await session.InCallersPathAsync(() => session.ExecuteAsync(query, cancellationToken, parameters), cancellationToken).ConfigureAwait(false);
        var known = (await session.QueryAsync(SievePlanner.Count, reader => reader.GetInt64(0), cancellationToken).ConfigureAwait(false))[0];
        await session.ExecuteAsync(SievePlanner.DropCounter, cancellationToken).ConfigureAwait(false);
        return new Staged(staged + known) { Known = known, IsSieved = true, LatestClock = latest };
    }

    private static async Task<bool> IsProvenAsync(Session session, SievePlan sieve, SqlSource source, CancellationToken cancellationToken) => SievePlan.IsProof(
        await session.InCallersPathAsync(
            () => session.QueryAsync(sieve.Prove(source.Query), reader => reader.GetString(0), cancellationToken, source.Parameters()), cancellationToken).ConfigureAwait(false));

    /// <summary>The first start whose version is no older than half its time to live; rounded up, so that none is missed.</summary>
    private static long FirstYoung(long latest, TimeSpan ttl) =>
        Math.Max(FirstInstant, latest - (ttl.Ticks / TimeSpan.TicksPerMicrosecond / 2));
}
