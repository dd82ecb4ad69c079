using Ematix.Fingerprint;
using Ematix.Model;
using Ematix.Planning;

namespace Ematix.Loading;

/// <summary>Keeps a view's entry in the catalog, and every definition that it ever had.</summary>
internal static class Registration
{
    public static async Task<CatalogEntry?> FindAsync(Session session, FeatureViewModel view, CancellationToken cancellationToken) =>
        (await session.QueryAsync(CatalogPlanner.Registered, CatalogEntry.Read, cancellationToken, Parameters.Text(view.CatalogName)).ConfigureAwait(false)).FirstOrDefault();

    /// <summary>Writes only what changed, so that a role which may not register can still load a view that is registered.</summary>
    public static async Task KeepAsync(Session session, FeatureViewModel view, OnDrift onDrift, CancellationToken cancellationToken)
    {
        var compiled = CatalogEntry.Of(view);
        if (await FindAsync(session, view, cancellationToken).ConfigureAwait(false) is { } registered)
        {
            if (registered == compiled || Stays(registered, compiled, view, onDrift))
                return;
        }

        await session.ExecuteAsync(
            CatalogPlanner.Register,
            cancellationToken,
            Parameters.Text(view.CatalogName),
            Parameters.Text(view.Schema),
            Parameters.Text(view.Table),
            Parameters.Text(view.Version),
            Parameters.Texts([.. compiled.Keys]),
            Parameters.Text(compiled.EventTime),
            Parameters.Int64(compiled.TtlSeconds),
            Parameters.Int64(compiled.FreshnessSlaSeconds),
            Parameters.Text(compiled.Description),
            Parameters.Text(compiled.Owner),
            Parameters.Text(compiled.Fingerprint)).ConfigureAwait(false);
        await session.ExecuteAsync(
            CatalogPlanner.Define,
            cancellationToken,
            Parameters.Text(view.CatalogName),
            Parameters.Text(compiled.Fingerprint),
            Parameters.Text(compiled.Definition)).ConfigureAwait(false);
    }

    /// <summary>What evolving can't take back of the registered definition, and no type of the table shows.</summary>
    public static IEnumerable<string> Refusals(CatalogEntry? registered, FeatureViewModel view)
    {
        if (registered is null || registered.Fingerprint == ViewFingerprint.Of(view))
            return [];
        var narrowed = registered.Definition is { } definition ? DefinitionChange.Narrowed(definition, view) : [];
        return [.. Identity(registered, view), .. narrowed];
    }

    /// <summary>Whether the registered definition stays as it is, by another program's view of it.</summary>
    private static bool Stays(CatalogEntry registered, CatalogEntry compiled, FeatureViewModel view, OnDrift onDrift)
    {
        if (registered.Fingerprint == compiled.Fingerprint)
            return false;
        switch (onDrift)
        {
            case OnDrift.Ignore when !Identity(registered, view).Any():
                return true;
            case OnDrift.Evolve:
            case OnDrift.Error when registered.Definition is { } definition && DefinitionChange.IsMetadataOnly(definition, compiled.Definition!):
                return false;
            default:
                throw new DefinitionChangedException(view.CatalogName, registered.Fingerprint, compiled.Fingerprint);
        }
    }

    /// <summary>Another key, or another event time, would make another history of the same rows. A column that was renamed is the same one.</summary>
    private static IEnumerable<string> Identity(CatalogEntry registered, FeatureViewModel view)
    {
        FeatureModel[] keys = [.. view.Keys];
        if (keys.Length != registered.Keys.Count || !keys.Zip(registered.Keys, IsCalled).All(same => same))
            yield return $"the entity key was ({string.Join(", ", registered.Keys)}), the view says ({string.Join(", ", keys.Select(key => key.Column))})";
        if (view.EventTime is { } eventTime ? registered.EventTime is not { } former || !IsCalled(eventTime, former) : registered.EventTime is not null)
            yield return $"the event time was {registered.EventTime ?? "none"}, the view says {view.EventTime?.Column ?? "none"}";
    }

    private static bool IsCalled(FeatureModel column, string name) => column.Column == name || column.RenamedFrom == name;
}
