using System.ComponentModel;
using Ematix.Model;
using Ematix.Training;

namespace Ematix.Runtime;

/// <summary>What generated members of a feature service call. Use the service's own members instead: <c>FlightModel.HistoricalFeaturesAsync(store, …)</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ServiceOperations
{
#pragma warning disable CS1591 // The generated members that call these are documented.
    public static TrainingViewModel View<TView>(string name, EquatableArray<string> spineColumns, string? prefix)
        where TView : class, IFeatureView<TView> =>
        new() { View = TView.Definition, Name = name, SpineColumns = spineColumns, Prefix = prefix };

    public static HistoricalFeatures HistoricalFeatures<TService>(
        FeatureStore store, Spine spine, HistoricalOptions? options, CancellationToken cancellationToken)
        where TService : class, IFeatureService<TService> => new(store, TService.Definition, spine, options, cancellationToken);

    public static HistoricalFeatures HistoricalFeatures<TService, TSpineRow>(
        FeatureStore store, IEnumerable<TSpineRow> spine, HistoricalOptions? options, CancellationToken cancellationToken)
        where TService : class, IFeatureService<TService, TSpineRow>
    {
        ArgumentNullException.ThrowIfNull(spine);
        return HistoricalFeatures<TService>(store, new ServiceSpine<TService, TSpineRow>(Parts.Stream(spine, cancellationToken)), options, cancellationToken);
    }

    public static HistoricalFeatures HistoricalFeatures<TService, TSpineRow>(
        FeatureStore store, IAsyncEnumerable<TSpineRow> spine, HistoricalOptions? options, CancellationToken cancellationToken)
        where TService : class, IFeatureService<TService, TSpineRow>
    {
        ArgumentNullException.ThrowIfNull(spine);
        return HistoricalFeatures<TService>(store, new ServiceSpine<TService, TSpineRow>(spine), options, cancellationToken);
    }

    public static IAsyncEnumerable<TService> HistoricalRowsAsync<TService, TSpineRow>(
        FeatureStore store, IEnumerable<TSpineRow> spine, HistoricalOptions? options, CancellationToken cancellationToken)
        where TService : class, IFeatureService<TService, TSpineRow>
    {
        ArgumentNullException.ThrowIfNull(spine);
        return HistoricalRowsAsync<TService, TSpineRow>(store, Parts.Stream(spine, cancellationToken), options, cancellationToken);
    }

    public static IAsyncEnumerable<TService> HistoricalRowsAsync<TService, TSpineRow>(
        FeatureStore store, IAsyncEnumerable<TSpineRow> spine, HistoricalOptions? options, CancellationToken cancellationToken)
        where TService : class, IFeatureService<TService, TSpineRow>
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(spine);
        options ??= new();
        TrainingContext.Check(TService.Definition, options);
        return TypedService<TService, TSpineRow>.ReadAsync(store, spine, options, cancellationToken);
    }
#pragma warning restore CS1591
}
