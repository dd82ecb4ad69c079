using Ematix.Model;
using static Ematix.Planning.VersionSql;
using static Ematix.Sql.ReservedColumns;

namespace Ematix.Planning;

/// <summary>
/// The predicates of reads. A read is one statement in the session's own search path, where an operator of the same name and closer types than a built-in one would be taken, from
/// <c>public</c> too: so each operator is qualified.
/// </summary>
internal static class ReadSql
{
    /// <summary>Two operands with a built-in operator.</summary>
    public static string Compare(string left, string comparison, string right) => $"{left} OPERATOR(pg_catalog.{comparison}) {right}";

    /// <summary>Equality of all key columns with parameters from $1.</summary>
    public static IEnumerable<string> KeyParameters(FeatureViewModel view, string alias) =>
        view.Keys.Select((key, i) => Compare(Of(alias, key), "=", Parameter(i + 1)));

    /// <summary>A version that does not end where it starts, as the unique index over versions says it.</summary>
    public static string Visible(string alias) => $"({alias}.{ValidTo} IS NULL OR {Compare($"{alias}.{ValidTo}", ">", $"{alias}.{ValidFrom}")})";

    /// <summary>Whether a version started at an instant, or before.</summary>
    public static string Started(string alias, string instant) => Compare($"{alias}.{ValidFrom}", "<=", instant);

    /// <summary>Whether a version that started in time has not ended at an instant.</summary>
    public static string NotEnded(string alias, string instant) => $"({alias}.{ValidTo} IS NULL OR {Compare($"{alias}.{ValidTo}", ">", instant)})";

    /// <summary>Whether a version is within its time to live at an instant (inclusive), as an age: see <see cref="VersionSql.Alive"/>.</summary>
    public static string Alive(string alias, string instant, string ttl) =>
        $"({ttl}::interval IS NULL\n       OR {Compare($"({Compare(instant, "-", $"{alias}.{ValidFrom}")})", "<=", $"{ttl}::interval")})";
}
