using Ematix.Model;
using Ematix.Planning;

namespace Ematix.Loading;

/// <summary>Creates what a view needs and is missing, checks what is there, and registers the view.</summary>
internal static class Ensure
{
    public static readonly TimeSpan DefaultLockTimeout = TimeSpan.FromMinutes(1);

    public static async Task RunAsync(FeatureStore store, FeatureViewModel view, OnDrift onDrift, TimeSpan lockTimeout, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        await using var session = await Session.BeginAsync(store, cancellationToken).ConfigureAwait(false);
        await RunAsync(session, view, onDrift, lockTimeout, cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The same inside a transaction that the caller ends.</summary>
    public static async Task RunAsync(Session session, FeatureViewModel view, OnDrift onDrift, TimeSpan lockTimeout, CancellationToken cancellationToken)
    {
        var found = await ProbeAsync(session, view, cancellationToken).ConfigureAwait(false);
        if (!found.Everything)
        {
            await session.ExecuteAsync(CatalogPlanner.Lock, cancellationToken).ConfigureAwait(false);
            found = await ProbeAsync(session, view, cancellationToken).ConfigureAwait(false);
        }

        if (found.MissingCatalog is { } script)
            await session.ExecuteScriptAsync(script, cancellationToken).ConfigureAwait(false);
        if (!found.Schema)
            await session.ExecuteAsync(TablePlanner.CreateSchema(view), cancellationToken).ConfigureAwait(false);
        SnapshotRights? rights = null;
        if (found.Table)
            rights = await Drift.SettleAsync(session, view, onDrift, lockTimeout, cancellationToken).ConfigureAwait(false);
        else
            await session.ExecuteScriptAsync(TablePlanner.CreateTable(view), cancellationToken).ConfigureAwait(false);
        if (view is { Mode: SyncMode.Scd2, Online: true })
            await OnlineSnapshot.EnsureAsync(session, view, onDrift, rights, cancellationToken).ConfigureAwait(false);
        await Registration.KeepAsync(session, view, onDrift, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<Existing> ProbeAsync(Session session, FeatureViewModel view, CancellationToken cancellationToken)
    {
        var rows = await session.QueryAsync(
            CatalogPlanner.Probe,
            reader => new Existing(CatalogPlanner.BringUpToDate(reader.GetFieldValue<string[]>(0).ToHashSet(StringComparer.Ordinal)), reader.GetBoolean(1), reader.GetBoolean(2)),
            cancellationToken,
            Parameters.Text(view.Schema),
            Parameters.Text(view.Table)).ConfigureAwait(false);
        return rows[0];
    }

    private sealed record Existing(string? MissingCatalog, bool Schema, bool Table)
    {
        public bool Everything => MissingCatalog is null && Schema && Table;
    }
}
