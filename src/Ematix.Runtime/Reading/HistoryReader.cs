using System.Runtime.CompilerServices;
using Ematix.Runtime;
using NpgsqlTypes;

namespace Ematix.Reading;

/// <summary>Streams the versions of a key, oldest first.</summary>
internal static class HistoryReader<TView, TKey>
    where TView : class, IFeatureView<TView, TKey>
    where TKey : notnull
{
    public static async IAsyncEnumerable<FeatureVersion<TView>> ReadAsync(
        FeatureStore store, TKey key, bool includeReplaced, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        await using var command = store.DataSource.CreateCommand(Lookup.Sql(TView.Plans.History, TView.Definition));
        var binder = new KeyBinder(command.Parameters);
        TView.BindKey(key, binder);
        binder.Add(includeReplaced, NpgsqlDbType.Boolean);
        await using var reader = await Lookup.ReaderAsync(command, cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            var row = TView.ReadRow(new RowReader(reader));
            var version = new RowReader(reader, TView.Definition.Columns.Count);
            yield return new(row, version.Instant(0), version.InstantOrNull(1), version.Instant(3), version.Uuid(4), version.TextOrNull(5));
        }
    }
}
