using Ematix.Model;
using Ematix.Sql;
using static Ematix.Planning.ChangePlanner;
using static Ematix.Planning.VersionSql;

namespace Ematix.Planning;

/// <summary>Plans loads that compare nothing: Append adds every source row, Truncate replaces all rows.</summary>
internal static class PlainLoadPlanner
{
    /// <summary>Adds every source row, in source order.</summary>
    public static string Append(FeatureViewModel view) => $"""
        INSERT INTO {Identifier.Table(view)} (
            {RowColumns(view)})
        SELECT
            {SqlList.Wrap([.. Converted(view), "$1", "$2"], 4)}
        FROM {StagePlanner.Stage} AS s
        ORDER BY s.{StagePlanner.RowOrder}
        """;

    /// <summary>Empties the table. DELETE and not TRUNCATE: readers are not blocked, and a snapshot taken before sees the rows as they were.</summary>
    public static string Clear(FeatureViewModel view) => $"DELETE FROM {Identifier.Table(view)}";

    /// <summary>Writes the rows that replace them.</summary>
    public static string Replace(FeatureViewModel view) => $"""
        INSERT INTO {Identifier.Table(view)} (
            {RowColumns(view)})
        SELECT
            {SqlList.Wrap([.. Of("b", view.Columns), "$1", "$2"], 4)}
        FROM {Batch} AS b
        """;
}
