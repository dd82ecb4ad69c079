using Ematix.Model;
using Microsoft.Extensions.Logging;

namespace Ematix.Loading;

/// <summary>What loads log: names, counts and times; never a value or a secret.</summary>
internal static partial class LoadLog
{
    public static void Loaded(ILogger logger, FeatureViewModel view, SyncResult result)
    {
        if (result.IsDryRun)
            Tried(logger, view.CatalogName, result.RowsRead, result.Inserted, result.Closed, result.Duration);
        else
            Loaded(logger, view.CatalogName, result.BatchId, result.RowsRead, result.Inserted, result.Closed, result.Duration);
    }

    [LoggerMessage(1, LogLevel.Information, "Loaded {View} as batch {BatchId}: {RowsRead} rows read, {Inserted} written, {Closed} closed, in {Duration}")]
    private static partial void Loaded(ILogger logger, string view, Guid batchId, long rowsRead, long inserted, long closed, TimeSpan duration);

    [LoggerMessage(2, LogLevel.Information, "Dry run of {View}: {RowsRead} rows read, {Inserted} would be written, {Closed} closed, in {Duration}; nothing stayed")]
    private static partial void Tried(ILogger logger, string view, long rowsRead, long inserted, long closed, TimeSpan duration);
}
