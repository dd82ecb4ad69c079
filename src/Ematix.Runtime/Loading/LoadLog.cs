using Microsoft.Extensions.Logging;

namespace Ematix.Loading;

/// <summary>What loads log: names, counts and times; never a value or a secret.</summary>
internal static partial class LoadLog
{
    [LoggerMessage(1, LogLevel.Information, "Loaded {View} as batch {BatchId}: {RowsRead} rows read, {Inserted} versions written, {Closed} closed, in {Duration}")]
    public static partial void Loaded(ILogger logger, string view, Guid batchId, long rowsRead, long inserted, long closed, TimeSpan duration);
}
