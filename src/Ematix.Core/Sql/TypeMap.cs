using Ematix.Model;

namespace Ematix.Sql;

/// <summary>The one table of column types: what planners write, what readers and writers call, what may be a key.</summary>
internal static class TypeMap
{
    private static readonly Dictionary<ColumnKind, TypeMapping> Mappings = new()
    {
        [ColumnKind.Boolean] = new("boolean", "bool", CanBeKey: true),
        [ColumnKind.Int16] = new("smallint", "short", CanBeKey: true),
        [ColumnKind.Int32] = new("integer", "int", CanBeKey: true),
        [ColumnKind.Int64] = new("bigint", "long", CanBeKey: true),
        [ColumnKind.Single] = new("real", "float", CanBeKey: false),
        [ColumnKind.Double] = new("double precision", "double", CanBeKey: false),
        [ColumnKind.Numeric] = new("numeric", "decimal", CanBeKey: true),
        [ColumnKind.Text] = new("text", "string", CanBeKey: true),
        [ColumnKind.Instant] = new("timestamptz", "global::System.DateTimeOffset", CanBeKey: true),
        [ColumnKind.Date] = new("date", "global::System.DateOnly", CanBeKey: true),
        [ColumnKind.Time] = new("time", "global::System.TimeOnly", CanBeKey: true),
        [ColumnKind.Interval] = new("interval", "global::System.TimeSpan", CanBeKey: false),
        [ColumnKind.Uuid] = new("uuid", "global::System.Guid", CanBeKey: true),
        [ColumnKind.Bytes] = new("bytea", "byte[]", CanBeKey: false),
        [ColumnKind.Enum] = new("text", "string", CanBeKey: true),
        [ColumnKind.Json] = new("jsonb", "global::System.Text.Json.JsonElement", CanBeKey: false),
    };

    private static readonly HashSet<string> GrammarTypes = ["boolean", "smallint", "integer", "bigint", "real", "numeric", "time", "timestamp", "interval", "bit"];

    /// <summary>All kinds.</summary>
    public static IEnumerable<ColumnKind> Kinds => Mappings.Keys;

    /// <summary>The mapping of a kind.</summary>
    public static TypeMapping Of(ColumnKind kind) => Mappings[kind];

    /// <summary>Whether a column of this type can be (part of) a key.</summary>
    public static bool CanBeKey(ColumnType type) => !type.IsArray && Mappings[type.Kind].CanBeKey;

    /// <summary>The type as a table declares it, with its precision, scale or length.</summary>
    public static string Declared(ColumnType type) => Element(type) + (type.IsArray ? "[]" : "");

    /// <summary>
    /// The type in which a source's values are staged: as declared, but without precision, scale and length,
    /// so that what would be rounded, cut or overflow is still there to be checked.
    /// </summary>
    public static string Staged(ColumnType type) => Mappings[type.Kind].SqlName + (type.IsArray ? "[]" : "");

    /// <summary>The type as the server's <c>format_type</c> reports it.</summary>
    public static string Reported(ColumnType type) => Reported(Declared(type));

    /// <summary>A declared type as the server's <c>format_type</c> reports it.</summary>
    public static string Reported(string declared) => declared
        .Replace("timestamptz", "timestamp with time zone")
        .Replace("varchar", "character varying") switch
    {
        "time" => "time without time zone",
        "time[]" => "time without time zone[]",
        var other => other,
    };

    /// <summary>Text compares, sorts and is indexed by its bytes: stable across machines and library versions.</summary>
    public static string Collation(ColumnType type) =>
        type.Kind is ColumnKind.Text or ColumnKind.Enum ? " COLLATE \"C\"" : "";

    /// <summary>The collation, safe in any search path.</summary>
    public static string QualifiedCollation(ColumnType type) => Collation(type).Replace("\"C\"", "pg_catalog.\"C\"");

    /// <summary>A type of the server's own, safe in any search path: names of several words and those of the grammar mean it wherever they stand, others are searched for.</summary>
    public static string Qualified(string type) =>
        type.Contains(' ') || GrammarTypes.Contains(type.TrimEnd('[', ']')) ? type : "pg_catalog." + type;

    private static string Element(ColumnType type) => type switch
    {
        { Kind: ColumnKind.Numeric } => $"numeric({Invariant(type.Precision)},{Invariant(type.Scale)})",
        { Kind: ColumnKind.Text, MaxLength: { } length } => $"varchar({Invariant(length)})",
        _ => Mappings[type.Kind].SqlName,
    };

    private static string Invariant(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>One row of the type map.</summary>
/// <param name="SqlName">The type's name in Postgres, as DDL writes it.</param>
/// <param name="ClrName">The CLR type, as generated code writes it. An enum's own type stands in its place there.</param>
/// <param name="CanBeKey">Whether a column of the kind can be an entity key.</param>
internal sealed record TypeMapping(string SqlName, string ClrName, bool CanBeKey);
