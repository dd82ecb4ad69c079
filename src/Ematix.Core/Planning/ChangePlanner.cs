using Ematix.Model;
using Ematix.Sql;
using static Ematix.Planning.VersionSql;
using static Ematix.Sql.ReservedColumns;

namespace Ematix.Planning;

/// <summary>What the two kinds of Scd2 load share: the reduced batch, the comparison, and the lists of columns.</summary>
internal static class ChangePlanner
{
    /// <summary>The rows that count, with values of the columns' types.</summary>
    public const string Batch = "pg_temp.ematix_batch";

    /// <summary>The rows that change history.</summary>
    public const string Change = "pg_temp.ematix_change";

    /// <summary>Lets the server's planner know how many rows and places the batch has: what joins and sorts need.</summary>
    public static string Analyze(IReadOnlyList<FeatureModel> place) =>
        $"ANALYZE {Batch} ({string.Join(", ", place.Select(column => Identifier.Quote(column.Column)))})";

    /// <summary>The staged values in the columns' declared types, under the columns' names.</summary>
    public static IEnumerable<string> Converted(FeatureViewModel view) => view.Columns.Select(column =>
        NeedsConversion(column.Type)
            ? $"{Of("s", column)}::{TypeMap.Declared(column.Type)} AS {Identifier.Quote(column.Column)}"
            : Of("s", column));

    /// <summary>Whether any compared column differs: typed, column by column, with NULL as a value. Numbers that are equal as they come are not rounded first.</summary>
    /// <param name="target">The view, with the compared columns.</param>
    /// <param name="left">The alias of the batch, whose numbers may still have to be rounded.</param>
    /// <param name="right">The alias of history.</param>
    public static IEnumerable<string> Differs(LoadTarget target, string left, string right) =>
        target.Compared.Select(column => IsRounded(column.Type) && !column.Type.IsArray
            ? $"({Of(left, column)} IS DISTINCT FROM {Of(right, column)} AND {Rounded(left, column)} IS DISTINCT FROM {Of(right, column)})"
            : $"{Rounded(left, column)} IS DISTINCT FROM {Of(right, column)}");

    /// <summary>The audit hash of the compared columns; it decides nothing.</summary>
    public static string RowHashOf(LoadTarget target, string alias) =>
        $"hash_record_extended(ROW({SqlList.Wrap(target.Compared.Select(column => Rounded(alias, column)), 8)}), 0)";

    /// <summary>The columns that a load writes: the user's, then the product's.</summary>
    public static string TargetColumns(FeatureViewModel view) => SqlList.Wrap(
        [
            .. view.Columns.Select(column => Identifier.Quote(column.Column)),
            ValidFrom, ValidTo, IsCurrent, RowHash, LoadedAt, BatchId, ClosedBy,
        ],
        4);

    /// <summary>The columns that a load writes in modes without versions.</summary>
    public static string RowColumns(FeatureViewModel view) =>
        SqlList.Wrap([.. view.Columns.Select(column => Identifier.Quote(column.Column)), LoadedAt, BatchId], 4);

    /// <summary>Whether the batch has no row of the key: an anti-join, which NULLs can't mislead.</summary>
    public static string Absent(FeatureViewModel view, string alias) =>
        $"NOT EXISTS (SELECT FROM {Batch} AS b WHERE {string.Join(" AND ", SameKey(view, "b", alias))})";

    /// <summary>Whether storing a value can change it: numeric is rounded to its scale. A text that is too long was refused before.</summary>
    public static bool IsRounded(ColumnType type) => type.Kind == ColumnKind.Numeric;

    /// <summary>Arrays compare with arrays of the same type only: text[] has no equality with varchar[].</summary>
    private static string Rounded(string alias, FeatureModel column) =>
        IsRounded(column.Type) || (column.Type.IsArray && NeedsConversion(column.Type)) ? $"{Of(alias, column)}::{TypeMap.Declared(column.Type)}" : Of(alias, column);

    private static bool NeedsConversion(ColumnType type) => TypeMap.Declared(type) != TypeMap.Staged(type);
}
