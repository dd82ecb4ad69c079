using Ematix.Model;
using Ematix.Training;

namespace Ematix;

/// <summary>
/// Feature views for one model, put together where they are needed; a <c>[FeatureService]</c> class names such a set once and gives it typed members. Each view is
/// joined by its own key columns, as the spine names them, and its features follow the spine's columns in the order of the views.
/// </summary>
public sealed class TrainingSet
{
    private TrainingSet(TrainingSetModel model) => Model = model;

    /// <summary>The set as data.</summary>
    public TrainingSetModel Model { get; }

    /// <summary>A set that is known as data.</summary>
    /// <param name="model">The set.</param>
    /// <exception cref="ArgumentException">It has no view, or spine columns that don't match a view's keys in number.</exception>
    /// <exception cref="NotSupportedException">A view keeps no history.</exception>
    public static TrainingSet Of(TrainingSetModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        TrainingSets.Check(model);
        return new TrainingSet(model);
    }

    /// <summary>A set of one view, to which others can be joined.</summary>
    /// <typeparam name="T1">A feature view with history.</typeparam>
    /// <exception cref="NotSupportedException">A view keeps no history: its mode is not Scd2.</exception>
    public static TrainingSet For<T1>()
        where T1 : class, IFeatureView<T1> => Of([T1.Definition]);

    /// <summary>A set of two views.</summary>
    /// <typeparam name="T1">A feature view with history.</typeparam>
    /// <typeparam name="T2">A feature view with history.</typeparam>
    /// <exception cref="NotSupportedException">A view keeps no history: its mode is not Scd2.</exception>
    public static TrainingSet For<T1, T2>()
        where T1 : class, IFeatureView<T1>
        where T2 : class, IFeatureView<T2> => Of([T1.Definition, T2.Definition]);

    /// <summary>A set of three views.</summary>
    /// <typeparam name="T1">A feature view with history.</typeparam>
    /// <typeparam name="T2">A feature view with history.</typeparam>
    /// <typeparam name="T3">A feature view with history.</typeparam>
    /// <exception cref="NotSupportedException">A view keeps no history: its mode is not Scd2.</exception>
    public static TrainingSet For<T1, T2, T3>()
        where T1 : class, IFeatureView<T1>
        where T2 : class, IFeatureView<T2>
        where T3 : class, IFeatureView<T3> => Of([T1.Definition, T2.Definition, T3.Definition]);

    /// <summary>A set of four views.</summary>
    /// <typeparam name="T1">A feature view with history.</typeparam>
    /// <typeparam name="T2">A feature view with history.</typeparam>
    /// <typeparam name="T3">A feature view with history.</typeparam>
    /// <typeparam name="T4">A feature view with history.</typeparam>
    /// <exception cref="NotSupportedException">A view keeps no history: its mode is not Scd2.</exception>
    public static TrainingSet For<T1, T2, T3, T4>()
        where T1 : class, IFeatureView<T1>
        where T2 : class, IFeatureView<T2>
        where T3 : class, IFeatureView<T3>
        where T4 : class, IFeatureView<T4> => Of([T1.Definition, T2.Definition, T3.Definition, T4.Definition]);

    /// <summary>The set and one more view, under its own name and joined by its own key columns.</summary>
    /// <typeparam name="TView">A feature view with history.</typeparam>
    /// <exception cref="NotSupportedException">A view keeps no history: its mode is not Scd2.</exception>
    public TrainingSet And<TView>()
        where TView : class, IFeatureView<TView> => Of(Model with { Views = [.. Model.Views, TrainingSets.View(TView.Definition)] });

    /// <summary>The set and one more view under another name, such as one view of airports for a flight's origin and destination.</summary>
    /// <typeparam name="TView">A feature view with history.</typeparam>
    /// <param name="name">Its name in the set, which prefixes the names of features that collide: <c>{name}__{column}</c>.</param>
    /// <param name="spineColumns">The spine's column for each of the view's key columns, in their order.</param>
    /// <exception cref="ArgumentException">The name is empty, or there are not as many spine columns as the view has key columns.</exception>
    /// <exception cref="NotSupportedException">A view keeps no history: its mode is not Scd2.</exception>
    public TrainingSet Join<TView>(string name, params string[] spineColumns)
        where TView : class, IFeatureView<TView>
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(spineColumns);
        var joined = TrainingSets.View(TView.Definition) with { Name = name, SpineColumns = spineColumns.ToEquatableArray() };
        return Of(Model with { Views = [.. Model.Views, joined] });
    }

    /// <summary>The same set with some features of a view only, in their declared order; of each where the view is joined more than once. Keys stand in the spine.</summary>
    /// <typeparam name="TView">A view of the set.</typeparam>
    /// <param name="columns">Its features that are wanted; one or more.</param>
    /// <exception cref="ArgumentException">The set does not have the view, no column is given, or one is a key.</exception>
    public TrainingSet Only<TView>(params FeatureColumn<TView>[] columns)
        where TView : class, IFeatureView<TView>
    {
        ArgumentNullException.ThrowIfNull(columns);
        if (columns.Length == 0)
            throw new ArgumentException("Name one feature or more: a view without any is left out of the set.", nameof(columns));
        if (Model.Views.All(view => view.View != TView.Definition))
            throw new ArgumentException($"The set does not have {TView.Definition.CatalogName}, whose features are named.", nameof(columns));
        var wanted = columns.Select(column => column.Name).ToEquatableArray();
        return Of(Model with { Views = Model.Views.Select(view => view.View == TView.Definition ? view with { Columns = wanted } : view).ToEquatableArray() });
    }

    /// <summary>A training set as Arrow record batches: one output row a spine row, in order, with nothing of what came after the row's as-of.</summary>
    /// <param name="store">The store that keeps the views.</param>
    /// <param name="spine">Entities and as-of times. Columns are matched by name; other columns pass through.</param>
    /// <param name="options">The options of this read, or null for the defaults. A time to live must not be longer than that of any of the views.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>The spine's columns, then the features of each view. Nothing is read before it is enumerated.</returns>
    /// <exception cref="ArgumentException">The options can't be right.</exception>
    public HistoricalFeatures HistoricalFeaturesAsync(
        FeatureStore store, Spine spine, HistoricalOptions? options = null, CancellationToken cancellationToken = default) =>
        new(store, Model, spine, options, cancellationToken);

    private static TrainingSet Of(IEnumerable<FeatureViewModel> views) =>
        Of(new TrainingSetModel { Views = views.Select(TrainingSets.View).ToEquatableArray() });
}
