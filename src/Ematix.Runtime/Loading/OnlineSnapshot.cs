using Ematix.Model;
using Ematix.Planning;
using Ematix.Sql;

namespace Ematix.Loading;

/// <summary>Creates the online snapshot, fills it, and builds it anew where it is not as the view says: everything in it comes from history.</summary>
internal static class OnlineSnapshot
{
    public static async Task EnsureAsync(Session session, FeatureViewModel view, OnDrift onDrift, CancellationToken cancellationToken)
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
                await DropAsync(session, view, cancellationToken).ConfigureAwait(false);
                break;
        }

        await session.ExecuteScriptAsync(OnlinePlanner.Create(view), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Drops the snapshot, if there is one, under the target's lock.</summary>
    public static async Task DropAsync(Session session, FeatureViewModel view, CancellationToken cancellationToken)
    {
        if (await ProbeAsync(session, view, cancellationToken).ConfigureAwait(false) is [var (kind, _)])
            await session.ExecuteAsync(OnlinePlanner.Drop(view, isTable: kind == "r"), cancellationToken).ConfigureAwait(false);
    }

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
