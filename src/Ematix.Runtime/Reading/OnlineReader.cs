using Ematix.Runtime;
using Npgsql;

namespace Ematix.Reading;

/// <summary>Answers what is current for a key, if it is alive at the database's clock.</summary>
internal static class OnlineReader<TView, TKey>
    where TView : class, IFeatureView<TView, TKey>
    where TKey : notnull
{
    public static async ValueTask<TView?> OneAsync(FeatureStore store, TKey key, TimeSpan? ttl, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        await using var command = store.DataSource.CreateCommand(Lookup.Sql(TView.Plans.Online, TView.Definition));
        TView.BindKey(key, new KeyBinder(command.Parameters));
        BindTtl(command, ttl);
        return await Lookup.OneAsync<TView>(command, cancellationToken).ConfigureAwait(false);
    }

    public static async ValueTask<IReadOnlyList<TView?>> ManyAsync(
        FeatureStore store, IReadOnlyList<TKey> keys, TimeSpan? ttl, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(keys);
        await using var command = store.DataSource.CreateCommand(Lookup.Sql(TView.Plans.OnlineMany, TView.Definition));
        TView.BindKeys(keys, new KeyBinder(command.Parameters));
        BindTtl(command, ttl);
        if (keys.Count == 0)
            return [];
        return await Lookup.ManyAsync<TView>(command, keys.Count, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Only versions have a start, and so a time to live.</summary>
    private static void BindTtl(NpgsqlCommand command, TimeSpan? ttl)
    {
        if (TView.Definition.Mode == SyncMode.Scd2)
            TimeToLive.Bind(command.Parameters, TimeToLive.Of(TView.Definition, ttl, nameof(ttl)));
        else if (ttl is not null)
            throw new ArgumentException($"{TView.Definition.CatalogName} keeps no versions (mode {TView.Definition.Mode}), so its rows have no age to limit.", nameof(ttl));
    }
}
