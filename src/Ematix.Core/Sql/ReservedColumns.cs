namespace Ematix.Sql;

/// <summary>The columns that the product adds to a table; a user's column can't have their names.</summary>
internal static class ReservedColumns
{
    public const string ValidFrom = "valid_from";
    public const string ValidTo = "valid_to";
    public const string IsCurrent = "is_current";
    public const string RowHash = "row_hash";
    public const string LoadedAt = "_loaded_at";
    public const string BatchId = "_batch_id";
    public const string ClosedBy = "_closed_by";

    /// <summary>What the names of columns of temporary tables begin with, which stand beside the user's.</summary>
    public const string InternalPrefix = "_ematix_";

    /// <summary>All of them, reserved in every mode: a view may change its mode in a later version.</summary>
    public static readonly string[] All = [ValidFrom, ValidTo, IsCurrent, RowHash, LoadedAt, BatchId, ClosedBy];

    /// <summary>Whether a user's column may not have this name.</summary>
    public static bool Contains(string column) =>
        Array.IndexOf(All, column) >= 0 || column.StartsWith(InternalPrefix, StringComparison.Ordinal);
}
