using Ematix.Model;

namespace Ematix.Planning;

/// <summary>The statements of one load, in the order in which they run, inside one READ COMMITTED transaction.</summary>
internal sealed record LoadPlan
{
    /// <summary>Waits until the database's clock has reached an instant. Parameter: the instant.</summary>
    public const string WaitUntil = "SELECT pg_catalog.pg_sleep_until($1)";

    /// <summary>The view, with this load's event time.</summary>
    public required FeatureViewModel View { get; init; }

    /// <summary>The view, with the columns that the source provides: all, or the keys, the event time and the feature set.</summary>
    public required FeatureViewModel Source { get; init; }

    /// <summary>The columns that the source does not provide: they are carried from earlier versions.</summary>
    public required EquatableArray<FeatureModel> Carried { get; init; }

    /// <summary>Queues behind other loads of the same target.</summary>
    public required string Lock { get; init; }

    /// <summary>The process that holds the target's lock, if any.</summary>
    public required string LockHolder { get; init; }

    /// <summary>Keeps the table as it is until the commit.</summary>
    public required string LockTable { get; init; }

    /// <summary>Creates the table of source rows for COPY.</summary>
    public required string CreateStage { get; init; }

    /// <summary>Takes binary COPY data: the source's columns, then the one by which it is read, if that has a place of its own.</summary>
    public required string CopyStage { get; init; }

    /// <summary>Counts the rows, those that break a check, finds the newest event, and counts the different places.</summary>
    public required string Inspect { get; init; }

    /// <summary>Counts the rows that break each check, in the order of <see cref="Checks"/>.</summary>
    public required string Diagnose { get; init; }

    /// <summary>What every staged row must meet.</summary>
    public required EquatableArray<BatchCheck> Checks { get; init; }

    /// <summary>The database's clock, and the time of the target's last committed load. Parameter: the catalog name.</summary>
    public required string Clock { get; init; }

    /// <summary>With an event time: leaves out the events outside a window. Parameters: its bounds.</summary>
    public string? KeepWindow { get; init; }

    /// <summary>With an event time: counts the events after an instant and samples their keys. Parameter: the load time.</summary>
    public string? FutureEvents { get; init; }

    /// <summary>With an event time: leaves out the events after an instant. Parameter: the instant.</summary>
    public string? SkipFutureEvents { get; init; }

    /// <summary>With an event time: the newest event that is staged.</summary>
    public string? NewestEvent { get; init; }

    /// <summary>Converts values to the columns' types and reduces the source to the rows that count. Null where every row does.</summary>
    public string? Reduce { get; init; }

    /// <summary>Makes the stage the batch where no row is repeated. Null where values must be converted, or nothing is reduced.</summary>
    public string? KeepStage { get; init; }

    /// <summary>Counts the keys that have differing rows and samples them. Null where an event time orders them.</summary>
    public string? Duplicates { get; init; }

    /// <summary>Keeps the rows that change something, each with the row that it closes or updates. Parameters of a snapshot view: the load time, <see cref="RenewalTtl"/>, and, where it carries columns, the view's time to live; of an event-time view that carries columns: that alone.</summary>
    public string? FindChanges { get; init; }

    /// <summary>The time to live past half of which an unchanged version of a snapshot view is renewed, or null.</summary>
    public TimeSpan? RenewalTtl { get; init; }

    /// <summary>Counts the changes that only renew. Null for views that can't have such.</summary>
    public string? Renewals { get; init; }

    /// <summary>Event-time history: counts late rows and samples their keys with both times.</summary>
    public string? LateEvents { get; init; }

    /// <summary>Event-time history: leaves late rows out.</summary>
    public string? SkipLateEvents { get; init; }

    /// <summary>Counts the keys that could be deleted and those that would be. Parameters of a history: the load time, the time to live.</summary>
    public string? CountDeletes { get; init; }

    /// <summary>Up to five of the keys that would be deleted, for the error that refuses it. Parameters of a history: the load time, the time to live.</summary>
    public string? SampleDeletes { get; init; }

    /// <summary>Deletes what the source no longer has, or everything. Parameters of a history: the load time, the time to live.</summary>
    public string? Delete { get; init; }

    /// <summary>History: ends the versions that the changes follow or replace. Parameter of a snapshot view: the load time.</summary>
    public string? Close { get; init; }

    /// <summary>Mode Merge: brings rows up to date. Parameters: the load time, the batch id.</summary>
    public string? Update { get; init; }

    /// <summary>Writes the new versions or rows. Parameters: the load time, the batch id; of an event-time view that carries columns: the time to live.</summary>
    public required string Insert { get; init; }

    /// <summary>History: ends the open versions that are dead. Parameters: the load time, the time to live.</summary>
    public string? Expire { get; init; }

    /// <summary>The online snapshot: brings a materialized view up to date, where the load changed something.</summary>
    public string? RefreshOnline { get; init; }

    /// <summary>The online snapshot, as a table: drops what a soft delete closed. Parameters: the load time, the time to live.</summary>
    public string? DeleteOnline { get; init; }

    /// <summary>The online snapshot, as a table: writes the current versions of the keys that changed.</summary>
    public string? UpsertOnline { get; init; }

    /// <summary>The online snapshot, as a table: drops what outlived its time to live. Parameters: the load time, the time to live.</summary>
    public string? ExpireOnline { get; init; }

    /// <summary>Creates the table of source rows from a query of the same database, those of its rows <c>s</c> that meet a condition, if there is one: no row leaves the server. Parameters: the query's own.</summary>
    public required Func<string, string?, string> StageQuery { get; init; }

    /// <summary>The column by which the source is read, or null where all of it is.</summary>
    public IncrementalColumn? Incremental { get; init; }

    /// <summary>With such a column: leaves staged rows out that had been read before. Parameter: the bound.</summary>
    public string? KeepNew { get; init; }

    /// <summary>With such a column: the greatest of a watermark and what is staged. Parameter: the watermark.</summary>
    public string? NewestRead { get; init; }

    /// <summary>Stages a query of the same database without the rows that change nothing. Null where every row is needed.</summary>
    public SievePlan? Sieve { get; init; }

    /// <summary>Reads a query of another database, those of its rows <c>s</c> that meet a condition, if there is one, as binary COPY data for <see cref="CopyStage"/>.</summary>
    public required Func<string, string?, string> CopyQuery { get; init; }

    /// <summary>The bytes between the header of <see cref="CopyQuery"/>'s data and the query's first row.</summary>
    public required int CopyFiller { get; init; }

    /// <summary>Samples the keys of rows that break a check.</summary>
    public required Func<BatchCheck, string> Sample { get; init; }

    /// <summary>Lets the server's planner know how many rows and places there are. Null where nothing is reduced.</summary>
    public string? Analyze { get; init; }

    /// <summary>The fixed statements, named, in order.</summary>
    public IReadOnlyList<NamedSql> Statements() =>
    [
        .. Named("Lock", "Queues behind other loads of the same target.", Lock),
        .. Named("LockTable", "Keeps the table as it is until the commit.", LockTable),
        .. Named("CreateStage", "Takes the source's rows, in source order.", CreateStage),
        .. Named("Inspect", "Counts the staged rows, those that break a check, and finds the newest event.", Inspect),
        .. Named("Clock", "The database's clock, read under the lock, and the time of the last committed load.", Clock),
        .. Named("Reduce", "Converts values to the columns' types and keeps the rows that count. Run where rows may be repeated; else the stage becomes the batch as it is.", Reduce),
        .. Named("Duplicates", "Finds keys with differing rows: they refuse the load.", Duplicates),
        .. Named("FindChanges", "Keeps the rows that change something, each with the row that it closes or updates. Parameters of a snapshot view: the load time, the time to live.", FindChanges),
        .. Named("LateEvents", "Finds rows older than what their key has: they refuse the load.", LateEvents),
        .. Named("Delete", "Removes all rows: the source replaces them.", Delete),
        .. Named("Close", "Ends the versions that the changes follow or replace. Parameter of a snapshot view: the load time.", Close),
        .. Named("Update", "Brings rows that exist up to date. Parameters: the load time, the batch id.", Update),
        .. Named("Insert", "Writes the new versions or rows. Parameters: the load time, the batch id.", Insert),
        .. Named("Expire", "Ends the open versions that outlived the time to live. Parameters: the load time, the time to live.", Expire),
        .. Named("UpsertOnline", "Writes the current versions of the keys that changed into the online snapshot.", UpsertOnline),
        .. Named("ExpireOnline", "Drops what outlived the time to live from the online snapshot. Parameters: the load time, the time to live.", ExpireOnline),
        .. Named("RefreshOnline", "Brings the online snapshot up to date, where the load changed something.", RefreshOnline),
    ];

    private static IEnumerable<NamedSql> Named(string name, string summary, string? text) =>
        text is null ? [] : [new NamedSql(name, summary, text)];
}
