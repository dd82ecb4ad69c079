using System.ComponentModel;
using Ematix.Loading;
using Ematix.Reading;
using Ematix.Training;

namespace Ematix.Runtime;

/// <summary>What generated members call. Use the view's own members instead: <c>UserFeatures.SyncAsync(store, …)</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ViewOperations
{
#pragma warning disable CS1591 // The generated members that call these are documented.
    public static Task EnsureAsync<TView>(FeatureStore store, OnDrift onDrift, CancellationToken cancellationToken)
        where TView : class, IFeatureView<TView> => Ensure.RunAsync(store, TView.Definition, onDrift, Ensure.DefaultLockTimeout, cancellationToken);

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

    public static HistoricalFeatures HistoricalFeatures<TView>(
        FeatureStore store, Spine spine, HistoricalOptions<TView>? options, CancellationToken cancellationToken)
        where TView : class, IFeatureView<TView> =>
        new(store, TrainingSets.Of(TView.Definition, options?.Columns?.Select(column => column.Name)), spine, options, cancellationToken);

    public static HistoricalFeatures HistoricalFeatures<TView, TKey>(
        FeatureStore store, IEnumerable<SpineRow<TKey>> rows, HistoricalOptions<TView>? options, CancellationToken cancellationToken)
        where TView : class, IFeatureView<TView, TKey>
        where TKey : notnull
    {
        ArgumentNullException.ThrowIfNull(rows);
        return HistoricalFeatures<TView>(store, new RowSpine<TView, TKey>(Parts.Stream(rows, CancellationToken.None)), options, cancellationToken);
    }

    public static HistoricalFeatures HistoricalFeatures<TView, TKey>(
        FeatureStore store, IAsyncEnumerable<SpineRow<TKey>> rows, HistoricalOptions<TView>? options, CancellationToken cancellationToken)
        where TView : class, IFeatureView<TView, TKey>
        where TKey : notnull
    {
        ArgumentNullException.ThrowIfNull(rows);
        return HistoricalFeatures<TView>(store, new RowSpine<TView, TKey>(rows), options, cancellationToken);
    }

    public static IAsyncEnumerable<TView?> HistoricalRowsAsync<TView, TKey>(
        FeatureStore store, IEnumerable<SpineRow<TKey>> rows, HistoricalOptions<TView>? options, CancellationToken cancellationToken)
        where TView : class, IFeatureView<TView, TKey>
        where TKey : notnull
    {
        ArgumentNullException.ThrowIfNull(rows);
        return HistoricalRowsAsync(store, Parts.Stream(rows, cancellationToken), options, cancellationToken);
    }

    public static IAsyncEnumerable<TView?> HistoricalRowsAsync<TView, TKey>(
        FeatureStore store, IAsyncEnumerable<SpineRow<TKey>> rows, HistoricalOptions<TView>? options, CancellationToken cancellationToken)
        where TView : class, IFeatureView<TView, TKey>
        where TKey : notnull
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(rows);
        if (options?.Columns is not null)
            throw new ArgumentException("Typed rows are whole: HistoricalOptions.Columns is for record batches. Take Columns away, or read with HistoricalFeaturesAsync.", nameof(options));
        options ??= new();
        TrainingContext.Check(TrainingSets.Of(TView.Definition), options);
        return TypedHistory<TView, TKey>.ReadAsync(store, rows, options, cancellationToken);
    }
#pragma warning restore CS1591
}
