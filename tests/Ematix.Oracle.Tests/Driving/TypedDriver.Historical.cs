using Ematix.Runtime;

namespace Ematix.Oracle.Tests;

internal sealed partial class TypedDriver<TView, TKey>
{
    public override HistoricalFeatures Historical(FeatureStore store, Spine spine, HistoricalOptions options, IReadOnlyList<int> columns) =>
        ViewOperations.HistoricalFeatures(store, spine, Options(options, columns), CancellationToken.None);

    public override HistoricalFeatures Historical(FeatureStore store, IReadOnlyList<Lookup> rows, bool isStream, HistoricalOptions options, IReadOnlyList<int> columns) => isStream
        ? ViewOperations.HistoricalFeatures(store, Stream(rows), Options(options, columns), CancellationToken.None)
        : ViewOperations.HistoricalFeatures(store, rows.Select(Row), Options(options, columns), CancellationToken.None);

    public override async Task<IReadOnlyList<object?[]?>> HistoricalRowsAsync(
        FeatureStore store, IReadOnlyList<Lookup> rows, bool isStream, HistoricalOptions options, CancellationToken cancellationToken)
    {
        var answers = isStream
            ? ViewOperations.HistoricalRowsAsync(store, Stream(rows), Options(options, null), cancellationToken)
            : ViewOperations.HistoricalRowsAsync(store, rows.Select(Row), Options(options, null), cancellationToken);
        var read = new List<object?[]?>();
        await foreach (var answer in answers)
            read.Add(_rows.ToStored(answer));
        return read;
    }

    private HistoricalOptions<TView> Options(HistoricalOptions options, IReadOnlyList<int>? columns) => new()
    {
        Ttl = options.Ttl,
        Boundary = options.Boundary,
        AsKnownAt = options.AsKnownAt,
        Strategy = options.Strategy,
        BatchSize = options.BatchSize,
        Columns = SyncOptionsOf.Columns<TView>(Spec, columns),
    };

    private SpineRow<TKey> Row(Lookup row) => new(_keys.ToKey(row.Key), row.AsOf);

    private async IAsyncEnumerable<SpineRow<TKey>> Stream(IReadOnlyList<Lookup> rows)
    {
        foreach (var row in rows)
        {
            await Task.Yield();
            yield return Row(row);
        }
    }
}
