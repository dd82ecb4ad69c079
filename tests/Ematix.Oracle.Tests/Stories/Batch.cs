namespace Ematix.Oracle.Tests;

/// <summary>One load of a story.</summary>
/// <param name="Rows">Source values, in source order.</param>
internal sealed record Batch(IReadOnlyList<object?[]> Rows)
{
    public LoadOptions Options { get; init; } = LoadOptions.Default;

    public SourceWay Way { get; init; }

    /// <summary>The load's time, or null for the database's clock.</summary>
    public long? LoadAt { get; init; }

    /// <summary>Whether the same rows are loaded once more, which must write nothing.</summary>
    public bool IsRepeated { get; init; }

    /// <summary>Whether the load is tried before it is done: a dry run says the same, and leaves nothing.</summary>
    public bool IsTried { get; init; }

    /// <summary>How a first attempt fails in mid-flight, which must leave everything as it was; null for no such attempt.</summary>
    public Crash? Crash { get; init; }

    /// <summary>Whether a row may have a value that only a query can bring.</summary>
    public bool IsPoisoned { get; init; }

    /// <summary>Whether the load is one of before the view's evolution, if the story has one.</summary>
    public bool IsBefore { get; init; }

    public Batch Without(IEnumerable<int> rows)
    {
        var left = rows.ToHashSet();
        return this with { Rows = [.. Rows.Index().Where(row => !left.Contains(row.Index)).Select(row => row.Item)] };
    }

    /// <summary>What a caller does about a refusal: takes the rows away that are wrong, and allows deletes on purpose.</summary>
    public Batch Corrected(IReadOnlyList<Refusal> refusals)
    {
        var corrected = Without(refusals.SelectMany(refusal => refusal.Rows));
        return refusals.All(refusal => refusal.Kind != RefusalKind.Deletes) ? corrected : corrected with { Options = Options with { MaxDeleteFraction = 1, AllowsEmptySource = true } };
    }
}

/// <summary>How rows come to the product.</summary>
internal enum SourceWay
{
    Rows,

    AsyncRows,

    /// <summary>A query with an ORDER BY, its columns in another order than the view's.</summary>
    Sql,

    /// <summary>The same with narrower types, which pass.</summary>
    NarrowSql,

    /// <summary>A query on another database.</summary>
    RemoteSql,

    /// <summary>The same with narrower types.</summary>
    NarrowRemoteSql,

    /// <summary>Arrow record batches: slices of one, the second with an offset.</summary>
    Arrow,
}

/// <summary>How a load ends in mid-flight.</summary>
internal enum Crash
{
    /// <summary>The source fails after its rows.</summary>
    SourceFails,

    /// <summary>The caller cancels while rows are read.</summary>
    Cancelled,

    /// <summary>The server fails when all is written.</summary>
    ServerFails,

    /// <summary>The connection dies when all is written.</summary>
    ConnectionDies,
}
