namespace Ematix;

/// <summary>Where the rows of a training set came from. It holds no values: neither of rows nor of a query's parameters.</summary>
public sealed record TrainingManifestSpine
{
    /// <summary><c>Table</c>, <c>Query</c>, <c>Arrow</c> (record batches of the caller's) or <c>Rows</c> (typed rows of the caller's).</summary>
    public required string Kind { get; init; }

    /// <summary>The table or view, quoted and qualified; null where it is none.</summary>
    public string? Table { get; init; }

    /// <summary>The query as it was given, with a placeholder (<c>$1</c>, …) for each value of an interpolated string; null where it is none. What is written into its text stands here too.</summary>
    public string? Query { get; init; }
}
