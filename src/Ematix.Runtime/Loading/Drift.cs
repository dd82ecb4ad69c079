using Ematix.Model;
using Ematix.Planning;
using Ematix.Sql;
using Npgsql;

namespace Ematix.Loading;

/// <summary>Settles how the live table differs from the compiled view: refuses, evolves the table, or lets pass what loads can do with.</summary>
internal static class Drift
{
    /// <returns>The rights on an online snapshot that was dropped, to be given back when it is built anew.</returns>
    public static async Task<SnapshotRights?> SettleAsync(
        Session session, FeatureViewModel view, OnDrift onDrift, TimeSpan lockTimeout, CancellationToken cancellationToken)
    {
        if (onDrift == OnDrift.Evolve)
            return await EvolveAsync(session, view, lockTimeout, cancellationToken).ConfigureAwait(false);

        var differences = DriftPlanner.Compare(view, await LiveTables.ReadAsync(session, view, cancellationToken).ConfigureAwait(false));
        Refuse(view, differences.Where(difference => onDrift == OnDrift.Error || difference.StopsLoads), onDrift);
        return null;
    }

    /// <summary>Under the target's lock, where the table stays as it is until the commit: whether it still is as it was when it was checked.</summary>
    public static async Task CheckColumnsAsync(Session session, FeatureViewModel view, CancellationToken cancellationToken)
    {
        var differences = DriftPlanner.Compare(view, await LiveTables.ReadColumnsAsync(session, view, cancellationToken).ConfigureAwait(false));
        Refuse(view, differences.Where(difference => difference.StopsLoads), OnDrift.Ignore);
    }

    /// <summary>What is wrong is found before anything is changed, and under the target's lock: of several that evolve at once the first does it, and no load is under way.</summary>
    private static async Task<SnapshotRights?> EvolveAsync(Session session, FeatureViewModel view, TimeSpan lockTimeout, CancellationToken cancellationToken)
    {
        if (await PlanAsync(session, view, cancellationToken).ConfigureAwait(false) is { Refusals: [], Statements: [] })
            return null;
        var locks = LoadPlanner.Plan(view, LoadOptionsModel.Default);
        await LoadLock.TakeAsync(session, locks, lockTimeout, null, cancellationToken).ConfigureAwait(false);
        var plan = await PlanAsync(session, view, cancellationToken).ConfigureAwait(false);
        if (plan.Refusals.Count > 0)
            throw new SchemaDriftException(Identifier.Table(view), plan.Refusals, OnDrift.Evolve);
        if (plan.Statements.Count == 0)
            return null;
        SnapshotRights? rights = null;
        await LoadLock.ExplainAsync(session, locks, lockTimeout, async () => rights = await ApplyAsync(session, view, plan, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        return rights;
    }

    private static async Task<EvolutionPlan> PlanAsync(Session session, FeatureViewModel view, CancellationToken cancellationToken)
    {
        var live = await LiveTables.ReadAsync(session, view, cancellationToken).ConfigureAwait(false);
        live = await LiveTables.WithReadersAsync(session, view, live, cancellationToken).ConfigureAwait(false);
        var registered = await Registration.FindAsync(session, view, cancellationToken).ConfigureAwait(false);
        return EvolutionPlanner.Plan(view, DriftPlanner.Compare(view, live), Registration.Refusals(registered, view));
    }

    /// <summary>The snapshot goes first: a column that it reads can't change its type. It is built anew after.</summary>
    private static async Task<SnapshotRights?> ApplyAsync(Session session, FeatureViewModel view, EvolutionPlan plan, CancellationToken cancellationToken)
    {
        var rights = view is { Mode: SyncMode.Scd2, Online: true } ? await OnlineSnapshot.DropAsync(session, view, cancellationToken).ConfigureAwait(false) : null;
        foreach (var statement in plan.Statements)
        {
            try
            {
                await session.ExecuteAsync(statement, cancellationToken).ConfigureAwait(false);
            }
            catch (PostgresException refused) when (IsRefusal(refused.SqlState))
            {
                throw new SchemaDriftException(Identifier.Table(view), [$"the server refused ({refused.SqlState}: {refused.MessageText})"], OnDrift.Evolve, refused);
            }
        }

        return rights;
    }

    /// <summary>Rows that break a constraint, and things that need a column as it is.</summary>
    private static bool IsRefusal(string state) =>
        state is PostgresErrorCodes.FeatureNotSupported or PostgresErrorCodes.DependentObjectsStillExist || state.StartsWith("23", StringComparison.Ordinal);

    private static void Refuse(FeatureViewModel view, IEnumerable<SchemaDifference> differences, OnDrift onDrift)
    {
        string[] texts = [.. differences.Select(difference => difference.Text)];
        if (texts.Length > 0)
            throw new SchemaDriftException(Identifier.Table(view), texts, onDrift);
    }
}
