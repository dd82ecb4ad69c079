using Ematix.Model;

namespace Ematix.Planning;

/// <summary>The statements of one load, in the order in which they run, inside one READ COMMITTED transaction.</summary>
internal sealed record LoadPlan
{
    /// <summary>Waits until the database's clock has reached an instant. Parameter: the instant.</summary>
    public const string WaitUntil = "SELECT pg_catalog.pg_sleep_until($1)";

    /// <summary>Queues behind other loads of the same target.</summary>
    public required string Lock { get; init; }

    /// <summary>The process that holds the target's lock, if any.</summary>
    public required string LockHolder { get; init; }

    /// <summary>Keeps the table as it is until the commit.</summary>
    public required string LockTable { get; init; }

    /// <summary>Creates the table of source rows, in source order.</summary>
    public required string CreateStage { get; init; }

    /// <summary>Takes binary COPY data: the view's columns, then the row's number.</summary>
    public required string CopyStage { get; init; }

    /// <summary>Counts the rows, those that break a check, and the newest event.</summary>
    public required string Inspect { get; init; }

    /// <summary>Counts the rows that break each check, in the order of <see cref="Checks"/>.</summary>
    public required string Diagnose { get; init; }

    /// <summary>What every staged row must meet.</summary>
    public required EquatableArray<BatchCheck> Checks { get; init; }

    /// <summary>The database's clock, and the time of the target's last committed load. Parameter: the catalog name.</summary>
    public required string Clock { get; init; }

    /// <summary>Event-time views: counts the events after an instant and samples their keys. Parameter: the load time.</summary>
    public string? FutureEvents { get; init; }

    /// <summary>Converts values to the columns' types and reduces the source to the rows that count.</summary>
    public required string Reduce { get; init; }

    /// <summary>Lets the planner know how many rows there are.</summary>
    public required string Analyze { get; init; }

    /// <summary>Snapshot views: counts the keys that have differing rows and samples them.</summary>
    public string? Duplicates { get; init; }

    /// <summary>Keeps the rows that change history, each with the version it closes. Parameters of a snapshot view: the load time, the time to live.</summary>
    public required string FindChanges { get; init; }

    /// <summary>Counts the changes that only renew. Null for views that can't have such.</summary>
    public string? Renewals { get; init; }

    /// <summary>Event-time views: counts late rows and samples their keys with both times.</summary>
    public string? LateEvents { get; init; }

    /// <summary>Event-time views: leaves late rows out.</summary>
    public string? SkipLateEvents { get; init; }

    /// <summary>Ends the versions that the changes follow or replace. Parameter of a snapshot view: the load time.</summary>
    public required string Close { get; init; }

    /// <summary>Writes the new versions. Parameters: the load time, the batch id.</summary>
    public required string Insert { get; init; }

    /// <summary>Ends the open versions that are dead. Parameters: the load time, the time to live. Null for views without one.</summary>
    public string? Expire { get; init; }

    /// <summary>Stages a query of the same database: no row leaves the server. Parameters: the query's own.</summary>
    public required Func<string, string> StageQuery { get; init; }

    /// <summary>Samples the keys of rows that break a check.</summary>
    public required Func<BatchCheck, string> Sample { get; init; }

    /// <summary>The fixed statements, named, in order.</summary>
    public IReadOnlyList<NamedSql> Statements() =>
    [
        new("Lock", "Queues behind other loads of the same target.", Lock),
        new("LockTable", "Keeps the table as it is until the commit.", LockTable),
        new("CreateStage", "Takes the source's rows, in source order.", CreateStage),
        new("Inspect", "Counts the staged rows, those that break a check, and finds the newest event.", Inspect),
        new("Clock", "The database's clock, read under the lock, and the time of the last committed load.", Clock),
        new("Reduce", "Converts values to the columns' types and keeps the rows that count.", Reduce),
        .. Optional("Duplicates", "Finds keys with differing rows: they refuse the load.", Duplicates),
        new("FindChanges", "Keeps the rows that change history, each with the version it closes. Parameters of a snapshot view: the load time, the time to live.", FindChanges),
        .. Optional("LateEvents", "Finds rows older than what their key has: they refuse the load.", LateEvents),
        new("Close", "Ends the versions that the changes follow or replace. Parameter of a snapshot view: the load time.", Close),
        new("Insert", "Writes the new versions. Parameters: the load time, the batch id.", Insert),
        .. Optional("Expire", "Ends the open versions that outlived the time to live. Parameters: the load time, the time to live.", Expire),
    ];

    private static IEnumerable<NamedSql> Optional(string name, string summary, string? text) =>
        text is null ? [] : [new NamedSql(name, summary, text)];
}
