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
    public string Table => $"{Quoted(Definition.Schema)}.{Quoted(Definition.Table)}";

    /// <summary>The online snapshot, quoted and qualified; null where there is none.</summary>
    public (string Name, bool IsTable)? Online =>
        Definition is { Mode: SyncMode.Scd2, Online: true } ? (OnlinePlanner.Name(Definition), Definition.OnlineStore == OnlineStore.Table) : null;

    /// <summary>The columns, quoted, in declaration order.</summary>
    public string ColumnList => string.Join(", ", Definition.Columns.Select(column => Quoted(column.Column)));

    public abstract Task EnsureAsync(FeatureStore store, CancellationToken cancellationToken);

    public abstract Task<SyncResult> LoadAsync(FeatureStore store, Batch batch, CancellationToken cancellationToken);

    /// <summary>Runs a load and takes it back.</summary>
    public abstract Task<SyncResult> TryAsync(FeatureStore store, Batch batch, CancellationToken cancellationToken);

    /// <summary>Loads of rows, of which there were fewer before, what is new by a column of the source that numbers them.</summary>
    public abstract Task<SyncResult> LoadNewAsync(FeatureStore store, Batch batch, CancellationToken cancellationToken);

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

    private static string Quoted(string name) => "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
