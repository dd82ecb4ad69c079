using System.Globalization;
using Ematix.Model;
using Ematix.Sql;
using static Ematix.Planning.VersionSql;
using static Ematix.Sql.ReservedColumns;

namespace Ematix.Planning;

/// <summary>
/// Plans how a query of the same database is staged without the rows that say what history has already: most of them, where little changed. It is allowed
/// where the server proves that the query has one row a place; a row that is left out can then repeat or contradict none that is let through.
/// All of it runs in the caller's search path, so that every name is qualified.
/// </summary>
internal static class SievePlanner
{
    private const string Known = "pg_temp.ematix_known";
    private const string Since = InternalPrefix + "since";

    /// <summary>Counts the rows that are left out: a row that a query drops leaves no other trace. Numbers are taken in bulk, which makes them nearly free.</summary>
    public const string CreateCounter = "CREATE TEMPORARY SEQUENCE ematix_known CACHE 1000000";

    /// <summary>How many rows were left out.</summary>
    public const string Count = $"SELECT CASE WHEN k.is_called THEN currval('{Known}') ELSE 0 END FROM {Known} AS k";

    /// <summary>Drops the counter.</summary>
    public const string DropCounter = $"DROP SEQUENCE {Known}";

    /// <summary>The statements, or null where a load needs every row, or a row can't be judged in one look at the current version.</summary>
    public static SievePlan? Plan(LoadTarget target, LoadOptionsModel options)
    {
        var view = target.View;
        var needsEveryRow = options is not { HandleDeletes: HandleDeletes.None, FeatureSet: null, IncrementalColumn: null, CompareColumns: null, HasBackfillWindow: false };
        if (view.Mode != SyncMode.Scd2 || needsEveryRow || view.Columns.Any(IsHard))
            return null;
        return new()
        {
            Prove = query => Prove(view, query),
            StageQuery = (query, parameters) => StageQuery(target, query, parameters),
            TakeChanges = view.EventTime is null ? "ALTER TABLE pg_temp.ematix_stage RENAME TO ematix_change" : null,
            SkipRenewals = target.RenewalTtl is not null ? SkipRenewals : null,
        };
    }

    /// <summary>Values that are equal and still may be refused (an interval of a day and one of 24 hours), whose rounding can fail, or whose type has no equality with that of the stage.</summary>
    private static bool IsHard(FeatureModel column) => column.Type switch
    {
        { Kind: ColumnKind.Interval } => true,
        { IsArray: true, Kind: ColumnKind.Numeric or ColumnKind.Enum } => true,
        { IsArray: true, MaxLength: not null } => true,
        { Kind: ColumnKind.Numeric } => column.IsKey,
        _ => false,
    };

    private static string Prove(FeatureViewModel view, string query) => $"""
        EXPLAIN (COSTS OFF)
        SELECT
        FROM {Identifier.Table(view)} AS c
        LEFT JOIN (
        {query}
        ) AS s
          ON {SqlList.And(SamePlace(view), 2)}
        """;

    private static string StageQuery(LoadTarget target, string query, int parameters)
    {
        var (view, canRenew) = (target.View, target.RenewalTtl is not null);
        string[] same = [.. view.Columns.Select(IsSame)];
        string[] kept = view.EventTime is null
            ? [.. Of("s", view.Columns), $"c.ctid AS {InternalPrefix}closes", $"c.{ValidFrom} AS {Since}", $"{(canRenew ? $"({SqlList.And(same, 4)}) IS TRUE" : "false")} AS {InternalPrefix}renews"]
            : [.. Of("s", view.Columns)];
        string[] place = view.EventTime is { } eventTime
            ? [Equal($"c.{ValidFrom}", Of("s", eventTime))]
            : canRenew ? [ReadSql.Compare($"c.{ValidFrom}", ">=", Parameter(parameters + 1))] : [];
        return $"""
            CREATE TEMPORARY TABLE ematix_stage ON COMMIT DROP AS
            SELECT {SqlList.Wrap(kept, 7)}
            FROM (
                SELECT {SqlList.Wrap(StagePlanner.Staged(view), 11)}
                FROM (
            {query}
                ) AS s
            ) AS s
            LEFT JOIN {Identifier.Table(view)} AS c
              ON {SqlList.And([.. view.Keys.Select(key => Equal(Of("s", key), Of("c", key))), $"c.{IsCurrent}"], 2)}
            WHERE CASE
                WHEN {SqlList.And([.. place, .. same], 5)}
                THEN pg_catalog.nextval('{Known}') IS NULL
                ELSE true
            END
            """;
    }

    /// <summary>The rows that turn out not to be due: twice the age, as half an odd number of microseconds would be rounded.</summary>
    private const string SkipRenewals = $"""
        DELETE FROM {ChangePlanner.Change} AS c
        WHERE c._ematix_renews
          AND ($1::timestamptz - c.{Since}) + ($1::timestamptz - c.{Since}) <= $2::interval
        """;

    private static IEnumerable<string> SamePlace(FeatureViewModel view)
    {
        var keys = view.Keys.Select(key => Equal(Of("s", key), Of("c", key)));
        return view.EventTime is { } eventTime ? [.. keys, Equal(Of("s", eventTime), $"c.{ValidFrom}")] : keys;
    }

    /// <summary>Whether a column says what history has, and can't be refused: what history has was judged when it was loaded, but for members that an enum has lost.</summary>
    private static string IsSame(FeatureModel column)
    {
        var (given, stored) = (Of("s", column), Of("c", column));
        var equal = column.Type switch
        {
            { Kind: ColumnKind.Numeric } type => $"({Equal(given, stored)} OR {Equal($"pg_catalog.round({given}, {type.Scale.ToString(CultureInfo.InvariantCulture)})", stored)})",
            { Kind: ColumnKind.Enum } type => $"({Equal(given, stored)} AND {given} OPERATOR(pg_catalog.=) ANY (ARRAY[{string.Join(", ", type.EnumMembers.Select(Literal.Text))}]::pg_catalog.text[]))",
            _ => Equal(given, stored),
        };
        return column.IsNullable ? $"({equal} OR ({given} IS NULL AND {stored} IS NULL))" : equal;
    }

    private static string Equal(string left, string right) => ReadSql.Compare(left, "=", right);
}
