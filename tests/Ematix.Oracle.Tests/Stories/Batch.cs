namespace Ematix.Oracle.Tests;

/// <summary>One load of a story.</summary>
/// <param name="Rows">Source values, in source order.</param>
internal sealed record Batch(IReadOnlyList<object?[]> Rows)
{
    public Late Late { get; init; }

    public SourceWay Way { get; init; }

    /// <summary>The load's time, or null for the database's clock.</summary>
    public long? LoadAt { get; init; }

    /// <summary>Whether the same rows are loaded once more, which must write nothing.</summary>
    public bool IsRepeated { get; init; }

    /// <summary>Whether a row may have a value that only a query can bring.</summary>
    public bool IsPoisoned { get; init; }

    public Batch Without(IEnumerable<int> rows)
    {
        var left = rows.ToHashSet();
        return this with { Rows = [.. Rows.Index().Where(row => !left.Contains(row.Index)).Select(row => row.Item)] };
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
}
