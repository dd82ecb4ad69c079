using Ematix.Model;
using Ematix.Runtime;

namespace Ematix;

/// <summary>
/// What the generator writes for a feature view. All members are static and implemented explicitly: code reaches them through a type
/// parameter, and the view's own members stay what a user wants to see.
/// </summary>
/// <typeparam name="TSelf">The feature view.</typeparam>
public interface IFeatureView<TSelf>
    where TSelf : class, IFeatureView<TSelf>
{
    /// <summary>The view as data: names, columns, types, options.</summary>
    static abstract FeatureViewModel Definition { get; }

    /// <summary>The SQL of the view's reads.</summary>
    static abstract FeatureViewPlans Plans { get; }

    /// <summary>Makes a row of the columns that <paramref name="row"/> stands on, in declaration order.</summary>
    /// <param name="row">The columns of one row.</param>
    /// <returns>The row; its instants are in UTC, with microseconds.</returns>
    static abstract TSelf ReadRow(RowReader row);

    /// <summary>Writes the columns of a row, in declaration order; instants are floored to the microsecond.</summary>
    /// <param name="row">The row.</param>
    /// <param name="writer">Takes one call a column.</param>
    static abstract Task WriteRowAsync(TSelf row, RowWriter writer);
}

/// <summary>A feature view that is looked up by an entity key.</summary>
/// <typeparam name="TSelf">The feature view.</typeparam>
/// <typeparam name="TKey">With one key column its CLR type, with several the generated <c>Key</c>.</typeparam>
public interface IFeatureView<TSelf, TKey> : IFeatureView<TSelf>
    where TSelf : class, IFeatureView<TSelf, TKey>
    where TKey : notnull
{
    /// <summary>Binds the key as one parameter a key column, in declaration order.</summary>
    static abstract void BindKey(TKey key, KeyBinder binder);

    /// <summary>Binds the keys as one array a key column, in declaration order; a key that is null binds NULLs.</summary>
    static abstract void BindKeys(IReadOnlyList<TKey> keys, KeyBinder binder);
}
