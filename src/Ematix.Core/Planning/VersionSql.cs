using Ematix.Model;
using Ematix.Sql;
using static Ematix.Sql.ReservedColumns;

namespace Ematix.Planning;

/// <summary>The predicates and lists of statements that see built-ins only; in the session's own search path <see cref="ReadSql"/> qualifies each operator.</summary>
internal static class VersionSql
{
    /// <summary>Quoted columns of an alias.</summary>
    public static IEnumerable<string> Of(string alias, IEnumerable<FeatureModel> columns) =>
        columns.Select(column => Of(alias, column));

    /// <summary>A quoted column of an alias.</summary>
    public static string Of(string alias, FeatureModel column) => $"{alias}.{Identifier.Quote(column.Column)}";

    /// <summary>A version that does not end where it starts. The unique index over versions has the same predicate.</summary>
    public static string Visible(string alias) => $"({alias}.{ValidTo} IS NULL OR {alias}.{ValidTo} > {alias}.{ValidFrom})";

    /// <summary>Whether a version that started in time has not ended at an instant.</summary>
    public static string NotEnded(string alias, string instant) => $"({alias}.{ValidTo} IS NULL OR {alias}.{ValidTo} > {instant})";

    /// <summary>
    /// Whether a version is within its time to live at an instant (inclusive). Written as an age, which can't leave the range of timestamps;
    /// intervals of instants count days of 24 hours.
    /// </summary>
    public static string Alive(string alias, string instant, string ttl) =>
        $"({ttl}::interval IS NULL OR {instant} - {alias}.{ValidFrom} <= {ttl}::interval)";

    /// <summary>Equality of all key columns of two aliases.</summary>
    public static IEnumerable<string> SameKey(FeatureViewModel view, string left, string right) =>
        view.Keys.Select(key => $"{Of(left, key)} = {Of(right, key)}");

    /// <summary>The number of key columns.</summary>
    public static int KeyCount(FeatureViewModel view) => view.Keys.Count();

    /// <summary>A parameter by its position, from 1.</summary>
    public static string Parameter(int position) => "$" + position.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
