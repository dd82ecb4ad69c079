using Ematix.Runtime;
using NpgsqlTypes;

namespace Ematix.Reading;

/// <summary>Answers what was known of a key at an instant.</summary>
internal static class PointInTimeReader<TView, TKey>
    where TView : class, IFeatureView<TView, TKey>
    where TKey : notnull
{
    public static async ValueTask<TView?> OneAsync(FeatureStore store, TKey key, DateTimeOffset asOf, TimeSpan? ttl, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        var limit = TimeToLive.Of(TView.Definition, ttl, nameof(ttl));
        await using var command = store.DataSource.CreateCommand(Lookup.Sql(TView.Plans.PointInTime, TView.Definition));
        var binder = new KeyBinder(command.Parameters);
        TView.BindKey(key, binder);
        binder.Add(PgInstant.Floor(asOf), NpgsqlDbType.TimestampTz);
        TimeToLive.Bind(command.Parameters, limit);
        return await Lookup.OneAsync<TView>(command, cancellationToken).ConfigureAwait(false);
    }

    public static ValueTask<IReadOnlyList<TView?>> ManyAsync(
        FeatureStore store, IReadOnlyList<TKey> keys, DateTimeOffset asOf, TimeSpan? ttl, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var asOfs = new long[keys.Count];
        Array.Fill(asOfs, PgInstant.Floor(asOf));
        return ManyAsync(store, keys, asOfs, ttl, cancellationToken);
    }

    public static ValueTask<IReadOnlyList<TView?>> ManyAsync(
        FeatureStore store, IReadOnlyList<TKey> keys, IReadOnlyList<DateTimeOffset> asOfs, TimeSpan? ttl, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(asOfs);
        if (asOfs.Count != keys.Count)
            throw new ArgumentException($"There are {keys.Count} keys and {asOfs.Count} as-of times: each key needs its own.", nameof(asOfs));
        var instants = new long[asOfs.Count];
        for (var i = 0; i < instants.Length; i++)
            instants[i] = PgInstant.Floor(asOfs[i]);
        return ManyAsync(store, keys, instants, ttl, cancellationToken);
    }

    private static async ValueTask<IReadOnlyList<TView?>> ManyAsync(
        FeatureStore store, IReadOnlyList<TKey> keys, long[] asOfs, TimeSpan? ttl, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        var limit = TimeToLive.Of(TView.Definition, ttl, nameof(ttl));
        if (keys.Count == 0)
            return [];
        await using var command = store.DataSource.CreateCommand(Lookup.Sql(TView.Plans.PointInTimeMany, TView.Definition));
        var binder = new KeyBinder(command.Parameters);
        TView.BindKeys(keys, binder);
        binder.Add(asOfs, NpgsqlDbType.Array | NpgsqlDbType.TimestampTz);
        TimeToLive.Bind(command.Parameters, limit);
        return await Lookup.ManyAsync<TView>(command, keys.Count, cancellationToken).ConfigureAwait(false);
    }
}
