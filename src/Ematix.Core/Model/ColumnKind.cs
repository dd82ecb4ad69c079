namespace Ematix.Model;

/// <summary>The kinds of column there are: the rows of the type map (<see cref="Sql.TypeMap"/>).</summary>
public enum ColumnKind
{
    /// <summary><see cref="bool"/>, boolean.</summary>
    Boolean,

    /// <summary><see cref="short"/>, smallint.</summary>
    Int16,

    /// <summary><see cref="int"/>, integer.</summary>
    Int32,

    /// <summary><see cref="long"/>, bigint.</summary>
    Int64,

    /// <summary><see cref="float"/>, real.</summary>
    Single,

    /// <summary><see cref="double"/>, double precision.</summary>
    Double,

    /// <summary><see cref="decimal"/>, numeric(p, s).</summary>
    Numeric,

    /// <summary><see cref="string"/>, text or varchar(n).</summary>
    Text,

    /// <summary><see cref="DateTimeOffset"/>, timestamptz: an instant in UTC, microseconds.</summary>
    Instant,

    /// <summary>DateOnly, date.</summary>
    Date,

    /// <summary>TimeOnly, time, microseconds.</summary>
    Time,

    /// <summary><see cref="TimeSpan"/>, interval of microseconds only.</summary>
    Interval,

    /// <summary><see cref="Guid"/>, uuid.</summary>
    Uuid,

    /// <summary>Array of <see cref="byte"/>, bytea.</summary>
    Bytes,

    /// <summary>An enum, text: the member's name.</summary>
    Enum,

    /// <summary>JsonElement, or <see cref="string"/> with <see cref="JsonAttribute"/>: jsonb.</summary>
    Json,
}
