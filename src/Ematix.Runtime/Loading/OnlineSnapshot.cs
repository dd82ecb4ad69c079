using Ematix.Model;
using Ematix.Planning;
using Ematix.Sql;

namespace Ematix.Loading;

/// <summary>Creates the online snapshot, fills it, and builds it anew where it is not as the view says: everything in it comes from history.</summary>
internal static class OnlineSnapshot
{
    public static async Task EnsureAsync(Session session, FeatureViewModel view, CancellationToken cancellationToken)
    {
        if (await IsAsWantedAsync(session, view, cancellationToken).ConfigureAwait(false) == true)
            return;
        // Under the target's lock no load changes history meanwhile, and of two that find it missing one builds it.
        await session.ExecuteAsync(TargetLock.Take(view), cancellationToken).ConfigureAwait(false);
        switch (await IsAsWantedAsync(session, view, cancellationToken).ConfigureAwait(false))
        {
            case true:
                return;
            case false:
                await session.ExecuteAsync(OnlinePlanner.Drop(view, isTable: await KindAsync(session, view, cancellationToken).ConfigureAwait(false) == "r"), cancellationToken).ConfigureAwait(false);
                break;
        }

        await session.ExecuteScriptAsync(OnlinePlanner.Create(view), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Null where there is none.</summary>
    private static async Task<bool?> IsAsWantedAsync(Session session, FeatureViewModel view, CancellationToken cancellationToken)
    {
        var found = await ProbeAsync(session, view, cancellationToken).ConfigureAwait(false);
        var kind = view.OnlineStore == OnlineStore.Table ? "r" : "m";
        return found is [var (foundKind, columns)] ? foundKind == kind && columns.SequenceEqual(OnlinePlanner.ExpectedColumns(view)) : null;
    }

    private static async Task<string> KindAsync(Session session, FeatureViewModel view, CancellationToken cancellationToken) =>
        (await ProbeAsync(session, view, cancellationToken).ConfigureAwait(false))[0].Kind;

    private static Task<List<(string Kind, string[] Columns)>> ProbeAsync(Session session, FeatureViewModel view, CancellationToken cancellationToken) => session.QueryAsync(
        OnlinePlanner.Probe,
        reader => (reader.GetString(0), reader.GetFieldValue<string[]>(1)),
        cancellationToken,
        Parameters.Text(view.Schema),
        Parameters.Text(DerivedNames.Online(view.Table)));
}
