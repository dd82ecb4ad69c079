using Ematix.Model;
using Ematix.Runtime;

namespace Ematix;

/// <summary>
/// What the generator writes for a feature service. All members are static and implemented explicitly: code reaches them through a type
/// parameter, and the service's own members stay what a user wants to see.
/// </summary>
/// <typeparam name="TSelf">The feature service.</typeparam>
public interface IFeatureService<TSelf>
    where TSelf : class, IFeatureService<TSelf>
{
    /// <summary>The training set: the views with the columns of the spine that they are joined by.</summary>
    static abstract TrainingSetModel Definition { get; }
}

/// <summary>A feature service with a typed spine.</summary>
/// <typeparam name="TSelf">The feature service.</typeparam>
/// <typeparam name="TSpineRow">The generated <c>SpineRow</c>.</typeparam>
public interface IFeatureService<TSelf, TSpineRow> : IFeatureService<TSelf>
    where TSelf : class, IFeatureService<TSelf, TSpineRow>
{
    /// <summary>The columns of the spine: <see cref="FeatureModel.IsKey"/> where a view is joined by them, <see cref="FeatureModel.IsEventTime"/> for the as-of.</summary>
    static abstract EquatableArray<FeatureModel> SpineColumns { get; }

    /// <summary>Makes a row of the training set.</summary>
    /// <param name="spine">The row of the spine, whose columns are passed through.</param>
    /// <param name="row">The views as they were as of the row's time.</param>
    static abstract TSelf ReadRow(TSpineRow spine, ServiceRow row);

    /// <summary>Writes rows of the spine, column by column, in the order of <see cref="SpineColumns"/>; instants are floored to the microsecond.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="writer">Takes one call a column.</param>
    static abstract void WriteSpine(IReadOnlyList<TSpineRow> rows, SpineWriter writer);
}
