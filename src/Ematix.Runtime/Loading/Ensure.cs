using Ematix.Model;
using Ematix.Planning;
using Ematix.Sql;

namespace Ematix.Loading;

/// <summary>Creates what a view needs and is missing, checks what is there, and registers the view.</summary>
internal static class Ensure
{
    public static async Task RunAsync(FeatureStore store, FeatureViewModel view, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        await using var session = await Session.BeginAsync(store, cancellationToken).ConfigureAwait(false);
        await RunAsync(session, view, cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The same inside a transaction that the caller ends.</summary>
    public static async Task RunAsync(Session session, FeatureViewModel view, CancellationToken cancellationToken)
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
        if (found.Table)
            await RefuseDriftAsync(session, view, cancellationToken).ConfigureAwait(false);
        else
            await session.ExecuteScriptAsync(TablePlanner.CreateTable(view), cancellationToken).ConfigureAwait(false);
        if (view is { Mode: SyncMode.Scd2, Online: true })
            await OnlineSnapshot.EnsureAsync(session, view, cancellationToken).ConfigureAwait(false);
        await RegisterAsync(session, view, cancellationToken).ConfigureAwait(false);
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

    private static async Task RefuseDriftAsync(Session session, FeatureViewModel view, CancellationToken cancellationToken)
    {
        var columns = await session.QueryAsync(
            DriftPlanner.LiveColumns,
            reader => new LiveColumn(reader.GetString(0), reader.GetString(1), reader.GetBoolean(2)),
            cancellationToken,
            Parameters.Text(view.Schema),
            Parameters.Text(view.Table)).ConfigureAwait(false);
        var indexes = await session.QueryAsync(
            DriftPlanner.LiveIndexes,
            reader => reader.GetString(0),
            cancellationToken,
            Parameters.Text(view.Schema),
            Parameters.Text(view.Table)).ConfigureAwait(false);
        if (DriftPlanner.Compare(view, columns, indexes) is { Count: > 0 } differences)
            throw new SchemaDriftException(Identifier.Table(view), differences);
    }

    /// <summary>Writes only what changed, so that a role which may not register can still load a view that is registered.</summary>
    private static async Task RegisterAsync(Session session, FeatureViewModel view, CancellationToken cancellationToken)
    {
        var compiled = CatalogEntry.Of(view);
        var registered = await session.QueryAsync(CatalogPlanner.Registered, CatalogEntry.Read, cancellationToken, Parameters.Text(view.CatalogName)).ConfigureAwait(false);
        if (registered is [var entry])
        {
            if (entry.Fingerprint != compiled.Fingerprint)
                throw new DefinitionChangedException(view.CatalogName, entry.Fingerprint, compiled.Fingerprint);
            if (entry == compiled)
                return;
        }

        await session.ExecuteAsync(
            CatalogPlanner.Register,
            cancellationToken,
            Parameters.Text(view.CatalogName),
            Parameters.Text(view.Schema),
            Parameters.Text(view.Table),
            Parameters.Text(view.Version),
            Parameters.Texts([.. view.Keys.Select(key => key.Column)]),
            Parameters.Text(view.EventTime?.Column),
            Parameters.Int64(compiled.TtlSeconds),
            Parameters.Int64(compiled.FreshnessSlaSeconds),
            Parameters.Text(compiled.Description),
            Parameters.Text(compiled.Owner),
            Parameters.Text(compiled.Fingerprint)).ConfigureAwait(false);
    }

    private sealed record Existing(string? MissingCatalog, bool Schema, bool Table)
    {
        public bool Everything => MissingCatalog is null && Schema && Table;
    }
}
