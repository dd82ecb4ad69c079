using Ematix.Model;

namespace Ematix.Oracle.Tests;

/// <summary>A view of the product, driven with values instead of its type.</summary>
internal abstract class ViewDriver(ViewSpec spec)
{
    public ViewSpec Spec { get; } = spec;

    /// <summary>The view as the product sees it.</summary>
    public abstract FeatureViewModel Definition { get; }

    /// <summary>The table, quoted and qualified.</summary>
    public string Table => $"{Quoted(Definition.Schema)}.{Quoted(Definition.Table)}";

    public abstract Task EnsureAsync(FeatureStore store, CancellationToken cancellationToken);

    public abstract Task<SyncResult> LoadAsync(FeatureStore store, Batch batch, CancellationToken cancellationToken);

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
