using Ematix.Model;
using Ematix.Planning;
using Ematix.Sql;
using Npgsql;

namespace Ematix.Loading;

/// <summary>How far the source of a load had been read before it, and how far it has been read with it.</summary>
internal sealed class WatermarkKeeper
{
    private readonly LoadPlan _plan;
    private readonly IncrementalColumn _column;
    private readonly string[] _featureSet;
    private readonly object? _stored;

    private WatermarkKeeper(LoadPlan plan, IncrementalColumn column, string[] featureSet, object? stored, object? bound) =>
        (_plan, _column, _featureSet, _stored, Bound) = (plan, column, featureSet, stored, bound);

    /// <summary>Where to read on, or null where nothing has been read yet.</summary>
    public object? Bound { get; }

    /// <summary>Finds the watermark, under the target's lock. Null for a load that reads everything, or a window.</summary>
    /// <exception cref="SourceSchemaException">The watermark that is kept is of another type.</exception>
    /// <exception cref="ArgumentException">There is no looking back in a column of this type.</exception>
    public static async Task<WatermarkKeeper?> FindAsync(Session session, LoadPlan plan, LoadOptionsModel options, CancellationToken cancellationToken)
    {
        if (plan.Incremental is not { } column || options.HasBackfillWindow)
            return null;
        if (options.Lookback is not null && !IncrementalTypes.IsTime(column.Type))
            throw new ArgumentException($"SyncOptions.Lookback: column \"{column.Name}\" is {IncrementalTypes.SqlName(column.Type)}, of which no time can be taken. Take Lookback away, or name a column of times.", nameof(options));

        // A load of all columns has no set; a set has one column at least, the event time among them.
        string[] featureSet = plan.Carried.Count == 0 ? [] : [.. plan.Source.Features.Select(feature => feature.Column).Order(StringComparer.Ordinal)];
        var found = await session.QueryAsync(
            WatermarkPlanner.Stored,
            reader => (Type: reader.GetString(0), Value: reader.GetString(1)),
            cancellationToken,
            Parameters.Text(plan.View.CatalogName),
            Parameters.Text(column.Name),
            Parameters.Texts(featureSet)).ConfigureAwait(false);
        if (found is not [var (type, text)])
            return new(plan, column, featureSet, null, null);
        if (type != IncrementalTypes.SqlName(column.Type))
        {
            throw new SourceSchemaException(
                Identifier.Table(plan.View),
                [$"column \"{column.Name}\", which IncrementalColumn names, is {IncrementalTypes.SqlName(column.Type)}, but its watermark was kept as {type}: cast the column to {type}, or delete the row of ematix_flow.watermarks to read everything again"]);
        }

        var stored = WatermarkValues.FromText(column.Type, text);
        return new(plan, column, featureSet, stored, options.Lookback is { } lookback ? WatermarkValues.Back(stored, lookback) : stored);
    }

    /// <summary>The bound as a parameter.</summary>
    public NpgsqlParameter BoundParameter() => WatermarkValues.Parameter(_column.Type, Bound);

    /// <summary>
    /// Moves the watermark to the greatest value that is staged, never back. Rows that were left out because they are in the future are not staged any more: they
    /// are read again, once their time has come.
    /// </summary>
    public async Task<Watermark?> MoveAsync(Session session, Guid batchId, long loadTime, CancellationToken cancellationToken)
    {
        var newest = (await session.QueryAsync(
            _plan.NewestRead!, reader => WatermarkValues.Read(_column.Type, reader), cancellationToken, WatermarkValues.Parameter(_column.Type, _stored)).ConfigureAwait(false))[0];
        if (newest is null)
            return null;
        if (!newest.Equals(_stored))
        {
            await session.ExecuteAsync(
                WatermarkPlanner.Keep,
                cancellationToken,
                Parameters.Text(_plan.View.CatalogName),
                Parameters.Text(_column.Name),
                Parameters.Texts(_featureSet),
                Parameters.Text(IncrementalTypes.SqlName(_column.Type)),
                Parameters.Text(WatermarkValues.ToText(newest)),
                Parameters.Uuid(batchId),
                Parameters.Instant(loadTime)).ConfigureAwait(false);
        }

        return new(_column.Name, newest);
    }
}
