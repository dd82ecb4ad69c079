using Ematix.Model;
using Ematix.Sql;

namespace Ematix.Planning;

/// <summary>Compares the live table with the compiled view.</summary>
internal static class DriftPlanner
{
    /// <summary>The columns of a table as the server has them, then its indexes. Parameters: schema, table.</summary>
    public const string LiveColumns = """
        SELECT a.attname::text, pg_catalog.format_type(a.atttypid, a.atttypmod), NOT a.attnotnull
        FROM pg_catalog.pg_attribute AS a
        JOIN pg_catalog.pg_class AS c ON c.oid = a.attrelid
        JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
        WHERE n.nspname = $1 AND c.relname = $2 AND a.attnum > 0 AND NOT a.attisdropped
        ORDER BY a.attnum
        """;

    /// <summary>The valid unique indexes of a table. Parameters: schema, table.</summary>
    public const string LiveIndexes = """
        SELECT i.relname::text
        FROM pg_catalog.pg_index AS x
        JOIN pg_catalog.pg_class AS i ON i.oid = x.indexrelid
        JOIN pg_catalog.pg_class AS c ON c.oid = x.indrelid
        JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
        WHERE n.nspname = $1 AND c.relname = $2 AND x.indisunique AND x.indisvalid
        """;

    /// <summary>Every difference, as a sentence; none where the table is as the view says.</summary>
    public static IReadOnlyList<string> Compare(FeatureViewModel view, IReadOnlyList<LiveColumn> live, IReadOnlyCollection<string> indexes)
    {
        var expected = view.Columns
            .Select(column => new LiveColumn(column.Column, TypeMap.Reported(column.Type), column.IsNullable))
            .Concat(TablePlanner.AddedColumns(view.Mode).Select(added => new LiveColumn(added.Name, TypeMap.Reported(added.Type), added.IsNullable)))
            .ToArray();
        var found = live.ToDictionary(column => column.Name, StringComparer.Ordinal);
        var known = new HashSet<string>(expected.Select(column => column.Name), StringComparer.Ordinal);
        return
        [
            .. expected.SelectMany(column => Differences(column, found)),
            .. live.Where(column => !known.Contains(column.Name)).Select(column => $"column \"{column.Name}\" ({column.Type}) is in the table but not in the view"),
            .. DerivedIndexes(view).Where(index => !indexes.Contains(index)).Select(index => $"unique index \"{index}\" is missing or invalid"),
        ];
    }

    private static IEnumerable<string> Differences(LiveColumn expected, Dictionary<string, LiveColumn> found)
    {
        if (!found.TryGetValue(expected.Name, out var live))
        {
            yield return $"column \"{expected.Name}\" ({expected.Type}) is missing";
            yield break;
        }

        if (live.Type != expected.Type)
            yield return $"column \"{expected.Name}\" is {live.Type}, the view says {expected.Type}";
        if (live.IsNullable != expected.IsNullable)
            yield return $"column \"{expected.Name}\" is {Nullability(live)}, the view says {Nullability(expected)}";
    }

    private static IEnumerable<string> DerivedIndexes(FeatureViewModel view) => view.Mode switch
    {
        SyncMode.Scd2 => [DerivedNames.VersionIndex(view.Table), DerivedNames.CurrentIndex(view.Table)],
        SyncMode.Append => [],
        _ => [DerivedNames.KeyIndex(view.Table)],
    };

    private static string Nullability(LiveColumn column) => column.IsNullable ? "nullable" : "NOT NULL";
}

/// <summary>A column of a table as the server reports it.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Type">The type, as <c>format_type</c> writes it.</param>
/// <param name="IsNullable">Whether it may be NULL.</param>
internal sealed record LiveColumn(string Name, string Type, bool IsNullable);
