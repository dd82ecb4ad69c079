using Ematix.Model;

namespace Ematix.Planning;

/// <summary>The types that a column may have by which a source is read: those with one order that no setting of a session changes.</summary>
internal enum IncrementalType
{
    /// <summary>smallint, integer or bigint.</summary>
    Integer,

    /// <summary>text or varchar, ordered by its bytes.</summary>
    Text,

    /// <summary>timestamptz.</summary>
    Instant,

    /// <summary>timestamp: compared as it stands, in no zone.</summary>
    Timestamp,

    /// <summary>date.</summary>
    Date,

    /// <summary>uuid, ordered by its bytes, as version 7 grows.</summary>
    Uuid,
}

/// <summary>What planners ask about such types.</summary>
internal static class IncrementalTypes
{
    /// <summary>What the error says that refuses another type.</summary>
    public const string Usable = "an integer, text, timestamptz, timestamp, date or uuid";

    /// <summary>The type in which watermarks are kept.</summary>
    public static string SqlName(IncrementalType type) => type switch
    {
        IncrementalType.Integer => "bigint",
        IncrementalType.Text => "text",
        IncrementalType.Instant => "timestamptz",
        IncrementalType.Timestamp => "timestamp",
        IncrementalType.Date => "date",
        _ => "uuid",
    };

    /// <summary>Whether a duration can be taken from a value.</summary>
    public static bool IsTime(IncrementalType type) => type is IncrementalType.Instant or IncrementalType.Timestamp or IncrementalType.Date;

    /// <summary>The type of a view's column, or null where a watermark is of no use.</summary>
    public static IncrementalType? Of(ColumnType column) => column switch
    {
        { IsArray: true } => null,
        { Kind: ColumnKind.Int16 or ColumnKind.Int32 or ColumnKind.Int64 } => IncrementalType.Integer,
        { Kind: ColumnKind.Text } => IncrementalType.Text,
        { Kind: ColumnKind.Instant } => IncrementalType.Instant,
        { Kind: ColumnKind.Date } => IncrementalType.Date,
        { Kind: ColumnKind.Uuid } => IncrementalType.Uuid,
        _ => null,
    };

    /// <summary>The type of a source's column, as <c>format_type</c> writes it without what narrows it; null where a watermark is of no use.</summary>
    public static IncrementalType? Of(string type) => type switch
    {
        "smallint" or "integer" or "bigint" => IncrementalType.Integer,
        "text" or "character varying" => IncrementalType.Text,
        "timestamp with time zone" => IncrementalType.Instant,
        "timestamp without time zone" => IncrementalType.Timestamp,
        "date" => IncrementalType.Date,
        "uuid" => IncrementalType.Uuid,
        _ => null,
    };
}
