using Ematix.Sql;

namespace Ematix.Planning.Training;

/// <summary>
/// Where statements find values: as parameters, or, in a COPY, which takes none, in settings that last as long as the transaction. A subquery reads
/// a setting once a statement, not once a row.
/// </summary>
internal static class TrainingValues
{
    /// <summary>The setting of a view's time to live.</summary>
    public static string Ttl(int view) => "ematix.ttl_" + JoinSql.Number(view + 1);

    /// <summary>The setting of the instant up to which a view's loads count.</summary>
    public static string KnownAt(int view) => "ematix.known_at_" + JoinSql.Number(view + 1);

    /// <summary>The setting of a key that parts two ranges.</summary>
    public static string Cut(int cut, int key) => $"ematix.cut_{JoinSql.Number(cut + 1)}_{JoinSql.Number(key + 1)}";

    /// <summary>The setting of a spine column's array.</summary>
    public static string Column(int column) => "ematix.column_" + JoinSql.Number(column + 1);

    /// <summary>How the session writes values as text: floating-point numbers with fewer digits than they have, or instants with the ambiguous name of a zone.</summary>
    public const string TextStyle = "SELECT pg_catalog.current_setting('extra_float_digits'), pg_catalog.current_setting('datestyle')";

    /// <summary>Keeps a value of the caller's query in a setting, and tells its type. Parameter: the value.</summary>
    public static string KeepValue(int value) =>
        $"SELECT pg_catalog.pg_typeof($1)::text, pg_catalog.length(pg_catalog.set_config({Literal.Text(ValueSetting(value))}, $1::text, true))";

    /// <summary>A kept value, of a type as <see cref="KeepValue"/> tells it; NULL without one.</summary>
    public static string Value(int value, string? type) => type is null ? "NULL" : $"({Current(ValueSetting(value))}::{TypeMap.Qualified(type)})";

    /// <summary>An interval in a setting.</summary>
    public static string Interval(string setting) => Read(setting, "interval");

    /// <summary>An instant in a setting.</summary>
    public static string Instant(string setting) => Read(setting, "pg_catalog.timestamptz");

    /// <summary>A value in a setting.</summary>
    public static string Read(string setting, string type) => $"(SELECT {Current(setting)}::{type})";

    /// <summary>An array in a setting.</summary>
    public static string Array(string setting, string type) => $"{Current(setting)}::{type}";

    private static string ValueSetting(int value) => "ematix.value_" + JoinSql.Number(value + 1);

    private static string Current(string setting) => $"pg_catalog.current_setting({Literal.Text(setting)})";
}
