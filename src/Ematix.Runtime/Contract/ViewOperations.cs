using System.ComponentModel;
using Ematix.Loading;
using Ematix.Reading;

namespace Ematix.Runtime;

/// <summary>What generated members call. Use the view's own members instead: <c>UserFeatures.SyncAsync(store, …)</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ViewOperations
{
#pragma warning disable CS1591 // The generated members that call these are documented.
    public static Task EnsureAsync<TView>(FeatureStore store, CancellationToken cancellationToken)
        where TView : class, IFeatureView<TView> => Ensure.RunAsync(store, TView.Definition, cancellationToken);

    public static Task<SyncResult> SyncAsync<TView>(FeatureStore store, Source source, SyncOptions<TView>? options, CancellationToken cancellationToken)
        where TView : class, IFeatureView<TView> => Load<TView>.RunAsync(store, source, options, cancellationToken);

    public static Task<SyncResult> SyncAsync<TView>(FeatureStore store, IEnumerable<TView> rows, SyncOptions<TView>? options, CancellationToken cancellationToken)
        where TView : class, IFeatureView<TView> => Load<TView>.RunAsync(store, Source.Rows(rows), options, cancellationToken);

    public static Task<SyncResult> SyncAsync<TView>(FeatureStore store, IAsyncEnumerable<TView> rows, SyncOptions<TView>? options, CancellationToken cancellationToken)
        where TView : class, IFeatureView<TView> => Load<TView>.RunAsync(store, Source.Rows(rows), options, cancellationToken);

    public static ValueTask<TView?> PointInTimeAsync<TView, TKey>(
        FeatureStore store, TKey key, DateTimeOffset asOf, TimeSpan? ttl, CancellationToken cancellationToken)
        where TView : class, IFeatureView<TView, TKey>
        where TKey : notnull => PointInTimeReader<TView, TKey>.OneAsync(store, key, asOf, ttl, cancellationToken);

    public static ValueTask<IReadOnlyList<TView?>> PointInTimeAsync<TView, TKey>(
        FeatureStore store, IReadOnlyList<TKey> keys, DateTimeOffset asOf, TimeSpan? ttl, CancellationToken cancellationToken)
        where TView : class, IFeatureView<TView, TKey>
        where TKey : notnull => PointInTimeReader<TView, TKey>.ManyAsync(store, keys, asOf, ttl, cancellationToken);

    public static ValueTask<IReadOnlyList<TView?>> PointInTimeAsync<TView, TKey>(
        FeatureStore store, IReadOnlyList<TKey> keys, IReadOnlyList<DateTimeOffset> asOfs, TimeSpan? ttl, CancellationToken cancellationToken)
        where TView : class, IFeatureView<TView, TKey>
        where TKey : notnull => PointInTimeReader<TView, TKey>.ManyAsync(store, keys, asOfs, ttl, cancellationToken);

    public static ValueTask<TView?> OnlineFeaturesAsync<TView, TKey>(FeatureStore store, TKey key, TimeSpan? ttl, CancellationToken cancellationToken)
        where TView : class, IFeatureView<TView, TKey>
        where TKey : notnull => OnlineReader<TView, TKey>.OneAsync(store, key, ttl, cancellationToken);

    public static ValueTask<IReadOnlyList<TView?>> OnlineFeaturesAsync<TView, TKey>(
        FeatureStore store, IReadOnlyList<TKey> keys, TimeSpan? ttl, CancellationToken cancellationToken)
        where TView : class, IFeatureView<TView, TKey>
        where TKey : notnull => OnlineReader<TView, TKey>.ManyAsync(store, keys, ttl, cancellationToken);

    public static IAsyncEnumerable<FeatureVersion<TView>> HistoryAsync<TView, TKey>(
        FeatureStore store, TKey key, bool includeReplaced, CancellationToken cancellationToken)
        where TView : class, IFeatureView<TView, TKey>
        where TKey : notnull => HistoryReader<TView, TKey>.ReadAsync(store, key, includeReplaced, cancellationToken);
#pragma warning restore CS1591
}
