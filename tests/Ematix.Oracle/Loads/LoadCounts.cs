namespace Ematix.Oracle;

/// <summary>What a load did, in numbers.</summary>
public sealed record LoadCounts
{
    /// <summary>Rows of the batch.</summary>
    public long RowsRead { get; init; }

    /// <summary>Rows left out because another row of the batch counts in their place.</summary>
    public long Duplicates { get; init; }

    /// <summary>Rows that say what the history says already, renewing ones included.</summary>
    public long Unchanged { get; init; }

    /// <summary>Late rows left out.</summary>
    public long Skipped { get; init; }

    /// <summary>Versions written.</summary>
    public long Inserted { get; init; }

    /// <summary>Versions of before whose end this load's versions set.</summary>
    public long Closed { get; init; }

    /// <summary>Of those, the renewed ones.</summary>
    public long Renewed { get; init; }

    /// <summary>Open versions that the time to live ended.</summary>
    public long Expired { get; init; }
}
