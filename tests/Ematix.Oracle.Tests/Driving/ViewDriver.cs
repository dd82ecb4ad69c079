using Ematix.Model;
using Ematix.Planning;

namespace Ematix.Oracle.Tests;

/// <summary>A view of the product, driven with values instead of its type.</summary>
internal abstract class ViewDriver(ViewSpec spec)
{
    public ViewSpec Spec { get; } = spec;

    /// <summary>The view as the product sees it.</summary>
    public abstract FeatureViewModel Definition { get; }

    /// <summary>The table, quoted and qualified.</summary>
    public string Table => $"{SqlText.Identifier(Definition.Schema)}.{SqlText.Identifier(Definition.Table)}";

    /// <summary>The online snapshot, quoted and qualified; null where there is none.</summary>
    public (string Name, bool IsTable)? Online =>
        Definition is { Mode: SyncMode.Scd2, Online: true } ? (OnlinePlanner.Name(Definition), Definition.OnlineStore == OnlineStore.Table) : null;

    /// <summary>The columns, quoted, in declaration order.</summary>
    public string ColumnList => string.Join(", ", Definition.Columns.Select(column => SqlText.Identifier(column.Column)));

    public abstract Task EnsureAsync(FeatureStore store, OnDrift onDrift, CancellationToken cancellationToken);

    public abstract Task<SyncResult> LoadAsync(Lane lane, Batch batch, CancellationToken cancellationToken);

    /// <summary>Runs a load and takes it back.</summary>
    public abstract Task<SyncResult> TryAsync(Lane lane, Batch batch, CancellationToken cancellationToken);

    /// <summary>Loads of rows, of which there were fewer before, what is new by a column of the source.</summary>
    public abstract Task<SyncResult> LoadNewAsync(FeatureStore store, Batch batch, ExtraColumn column, TimeSpan? lookback, CancellationToken cancellationToken);

    /// <summary>Begins a load whose source does something after its last row: throws, or cancels.</summary>
    public abstract Task<SyncResult> BreakAsync(FeatureStore store, Batch batch, Action atEnd, CancellationToken cancellationToken);

    public abstract Task<IReadOnlyList<ReadVersion>> HistoryAsync(FeatureStore store, IReadOnlyList<object?> key, bool includeReplaced, CancellationToken cancellationToken);

    public abstract Task<object?[]?> PointInTimeAsync(FeatureStore store, Lookup lookup, CancellationToken cancellationToken);

    /// <summary>Each key at an instant of its own; all with one time to live.</summary>
    public abstract Task<IReadOnlyList<object?[]?>> PointInTimeAsync(FeatureStore store, IReadOnlyList<Lookup> lookups, TimeSpan? ttl, CancellationToken cancellationToken);

    /// <summary>All keys at one instant.</summary>
    public abstract Task<IReadOnlyList<object?[]?>> PointInTimeAsync(FeatureStore store, IReadOnlyList<IReadOnlyList<object?>> keys, DateTimeOffset asOf, CancellationToken cancellationToken);

    public abstract Task<object?[]?> OnlineAsync(FeatureStore store, IReadOnlyList<object?> key, TimeSpan? ttl, CancellationToken cancellationToken);

    public abstract Task<IReadOnlyList<object?[]?>> OnlineAsync(FeatureStore store, IReadOnlyList<IReadOnlyList<object?>> keys, TimeSpan? ttl, CancellationToken cancellationToken);

    /// <summary>The view alone, joined to a spine by its own keys.</summary>
    /// <param name="store">The store.</param>
    /// <param name="spine">The spine.</param>
    /// <param name="options">The options.</param>
    /// <param name="columns">The places of the wanted features, in any order.</param>
    public abstract HistoricalFeatures Historical(FeatureStore store, Spine spine, HistoricalOptions options, IReadOnlyList<int> columns);

    /// <summary>The same with a spine of typed rows: lookups, whose times to live don't count.</summary>
    public abstract HistoricalFeatures Historical(FeatureStore store, IReadOnlyList<Lookup> rows, bool isStream, HistoricalOptions options, IReadOnlyList<int> columns);

    /// <summary>Typed rows for typed rows.</summary>
    public abstract Task<IReadOnlyList<object?[]?>> HistoricalRowsAsync(FeatureStore store, IReadOnlyList<Lookup> rows, bool isStream, HistoricalOptions options, CancellationToken cancellationToken);
}
