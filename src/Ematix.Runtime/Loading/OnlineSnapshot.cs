using Ematix.Model;
using Ematix.Planning;
using Ematix.Sql;
using Npgsql;

namespace Ematix.Loading;

/// <summary>Creates the online snapshot, fills it, and builds it anew where it is not as the view says: everything in it comes from history.</summary>
internal static class OnlineSnapshot
{
    /// <param name="session">The transaction.</param>
    /// <param name="view">The view.</param>
    /// <param name="onDrift">What happens to differences.</param>
    /// <param name="rights">The rights on a snapshot that this transaction has dropped, or null.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public static async Task EnsureAsync(Session session, FeatureViewModel view, OnDrift onDrift, SnapshotRights? rights, CancellationToken cancellationToken)
    {
        if (await IsAsWantedAsync(session, view, onDrift, cancellationToken).ConfigureAwait(false) == true)
            return;
        // Under the target's lock no load changes history meanwhile, and of two that find it missing one builds it.
        await session.ExecuteAsync(TargetLock.Take(view), cancellationToken).ConfigureAwait(false);
        switch (await IsAsWantedAsync(session, view, onDrift, cancellationToken).ConfigureAwait(false))
        {
            case true:
                return;
            case false:
                rights = await DropAsync(session, view, cancellationToken).ConfigureAwait(false);
                break;
        }

        await session.ExecuteScriptAsync(OnlinePlanner.Create(view), cancellationToken).ConfigureAwait(false);
        foreach (var statement in rights is null ? [] : RightsPlanner.Restore(view, rights))
            await session.ExecuteAsync(statement, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Drops the snapshot, if there is one, under the target's lock.</summary>
    /// <returns>The rights on it, to be given back; null where there was none.</returns>
    public static async Task<SnapshotRights?> DropAsync(Session session, FeatureViewModel view, CancellationToken cancellationToken)
    {
        if (await ProbeAsync(session, view, cancellationToken).ConfigureAwait(false) is not [var (kind, _)])
            return null;
        var rights = await RightsAsync(session, view, cancellationToken).ConfigureAwait(false);
        await session.ExecuteAsync(OnlinePlanner.Drop(view, isTable: kind == "r"), cancellationToken).ConfigureAwait(false);
        return rights;
    }

    private static async Task<SnapshotRights> RightsAsync(Session session, FeatureViewModel view, CancellationToken cancellationToken)
    {
        var rows = await session.QueryAsync(
            RightsPlanner.Probe,
            reader => (
                Owner: reader.GetString(0),
                IsCallers: reader.GetBoolean(1),
                Grant: reader.IsDBNull(3) ? null : new SnapshotGrant(TextOrNull(reader, 2), reader.GetString(3), TextOrNull(reader, 4), reader.GetBoolean(5))),
            cancellationToken,
            Parameters.Text(view.Schema),
            Parameters.Text(DerivedNames.Online(view.Table))).ConfigureAwait(false);
        return new(rows[0].Owner, rows[0].IsCallers, rows.Select(row => row.Grant).OfType<SnapshotGrant>().ToEquatableArray());
    }

    private static string? TextOrNull(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    /// <summary>Null where there is none. Under <see cref="OnDrift.Ignore"/> a snapshot may have columns that the view does not know.</summary>
    private static async Task<bool?> IsAsWantedAsync(Session session, FeatureViewModel view, OnDrift onDrift, CancellationToken cancellationToken)
    {
        var found = await ProbeAsync(session, view, cancellationToken).ConfigureAwait(false);
        if (found is not [var (kind, columns)])
            return null;
        var expected = OnlinePlanner.ExpectedColumns(view);
        var isKind = kind == (view.OnlineStore == OnlineStore.Table ? "r" : "m");
        if (!isKind || columns.SequenceEqual(expected) || onDrift != OnDrift.Ignore || expected.Except(columns).Any())
            return isKind && columns.SequenceEqual(expected);
        if (view.OnlineStore == OnlineStore.Table)
            throw new SchemaDriftException(OnlinePlanner.Name(view), [.. columns.Except(expected).Select(column => $"its column {column} would not follow the history")], OnDrift.Ignore);
        return true;
    }

    private static Task<List<(string Kind, string[] Columns)>> ProbeAsync(Session session, FeatureViewModel view, CancellationToken cancellationToken) => session.QueryAsync(
        OnlinePlanner.Probe,
        reader => (reader.GetString(0), reader.GetFieldValue<string[]>(1)),
        cancellationToken,
        Parameters.Text(view.Schema),
        Parameters.Text(DerivedNames.Online(view.Table)));
}
