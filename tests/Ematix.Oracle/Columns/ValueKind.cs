namespace Ematix.Oracle;

/// <summary>The kinds of value that a column holds: one for each row of the type map.</summary>
public enum ValueKind
{
    Boolean,
    Int16,
    Int32,
    Int64,
    Single,
    Double,
    Numeric,
    Text,
    Instant,
    Date,
    Time,
    Interval,
    Uuid,
    Bytes,
    Enum,
    Json,
}
