namespace Ematix.Model;

/// <summary>The names of the members that the generator adds to a view or a service; a user's member can't have them.</summary>
internal static class GeneratedMembers
{
    public const string Key = "Key";
    public const string Columns = "Columns";
    public const string Sql = "Sql";
    public const string EnsureAsync = "EnsureAsync";
    public const string SyncAsync = "SyncAsync";
    public const string PointInTimeAsync = "PointInTimeAsync";
    public const string HistoryAsync = "HistoryAsync";
    public const string OnlineFeaturesAsync = "OnlineFeaturesAsync";
    public const string SpineRow = "SpineRow";
    public const string HistoricalFeaturesAsync = "HistoricalFeaturesAsync";
    public const string HistoricalRowsAsync = "HistoricalRowsAsync";

    /// <summary>The members of a service.</summary>
    public static readonly string[] OfService = [SpineRow, HistoricalFeaturesAsync, HistoricalRowsAsync];

    /// <summary>The members of a view of this mode with this number of key columns.</summary>
    public static IEnumerable<string> Of(SyncMode mode, int keyCount)
    {
        if (keyCount > 1)
            yield return Key;
        yield return Columns;
        yield return Sql;
        yield return EnsureAsync;
        yield return SyncAsync;
        if (mode != SyncMode.Append)
            yield return OnlineFeaturesAsync;
        if (mode != SyncMode.Scd2)
            yield break;
        yield return PointInTimeAsync;
        yield return HistoryAsync;
        yield return HistoricalRowsAsync;
        yield return HistoricalFeaturesAsync;
    }
}
