namespace Ematix;

/// <summary>The base of errors in a load's data: the whole load was refused, and the target is as it was.</summary>
public abstract class LoadRefusedException : EmatixException
{
    private protected LoadRefusedException(string message, string target, long rowCount, IReadOnlyList<string> sampleKeys)
        : base(message) => (Target, RowCount, SampleKeys) = (target, rowCount, sampleKeys);

    /// <summary>The table that was to be loaded, quoted and qualified.</summary>
    public string Target { get; }

    /// <summary>How many rows (or keys, where the cause is one of keys) were refused.</summary>
    public long RowCount { get; }

    /// <summary>Up to five of the keys concerned, as text.</summary>
    public IReadOnlyList<string> SampleKeys { get; }
}

/// <summary>A key column is NULL.</summary>
public sealed class NullKeyException : LoadRefusedException
{
    internal NullKeyException(string message, string target, long rowCount, IReadOnlyList<string> sampleKeys)
        : base(message, target, rowCount, sampleKeys)
    {
    }
}

/// <summary>An event time is NULL, infinite, outside the years 1 to 9999, or in the future of the database's clock.</summary>
public sealed class EventTimeException : LoadRefusedException
{
    internal EventTimeException(string message, string target, long rowCount, IReadOnlyList<string> sampleKeys)
        : base(message, target, rowCount, sampleKeys)
    {
    }
}

/// <summary>A value does not fit its column: NULL in a NOT NULL column, too many digits, too long, no member of the enum.</summary>
public sealed class UnstorableValueException : LoadRefusedException
{
    internal UnstorableValueException(string message, string target, long rowCount, IReadOnlyList<string> sampleKeys, string column)
        : base(message, target, rowCount, sampleKeys) => Column = column;

    /// <summary>A value of a row that the client gives; the row is counted from 1.</summary>
    internal static UnstorableValueException InSource(Model.FeatureViewModel view, string column, long row, string fault) => new(
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"The load of {Sql.Identifier.Table(view)} was refused: column {column} of row {row} of the source {fault}. Correct the source. Nothing was loaded."),
        Sql.Identifier.Table(view), 1, [], column);

    /// <summary>The column's database name.</summary>
    public string Column { get; }
}

/// <summary>A row has no place in the order by which a source is read: <see cref="SyncOptions{TView}.IncrementalColumn"/> is NULL or infinite.</summary>
public sealed class IncrementalValueException : LoadRefusedException
{
    internal IncrementalValueException(string message, string target, long rowCount, IReadOnlyList<string> sampleKeys, string column)
        : base(message, target, rowCount, sampleKeys) => Column = column;

    /// <summary>The column's name in the source.</summary>
    public string Column { get; }
}

/// <summary>A snapshot load has differing rows for one key, so that no row is the right one.</summary>
public sealed class DuplicateKeyException : LoadRefusedException
{
    internal DuplicateKeyException(string message, string target, long rowCount, IReadOnlyList<string> sampleKeys)
        : base(message, target, rowCount, sampleKeys)
    {
    }
}

/// <summary>Events are older than what their keys already have, and <see cref="LateArrivals.Reject"/> holds.</summary>
public sealed class LateArrivalException : LoadRefusedException
{
    internal LateArrivalException(string message, string target, long rowCount, IReadOnlyList<string> sampleKeys)
        : base(message, target, rowCount, sampleKeys)
    {
    }
}
