namespace Ematix.Oracle;

/// <summary>Why a load is refused.</summary>
public enum RefusalKind
{
    /// <summary>A key column is NULL.</summary>
    NullKey,

    /// <summary>The event time is NULL, infinite, or later than the load.</summary>
    EventTime,

    /// <summary>A value does not fit its column.</summary>
    Value,

    /// <summary>Rows of one key differ in a snapshot.</summary>
    Duplicates,

    /// <summary>Rows are late, and late rows are rejected.</summary>
    Late,

    /// <summary>More keys would go than may.</summary>
    Deletes,
}
