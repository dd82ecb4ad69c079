namespace Ematix.Oracle;

/// <summary>What a load did, in numbers.</summary>
public sealed record LoadCounts
{
    /// <summary>Rows of the batch.</summary>
    public long RowsRead { get; init; }

    /// <summary>Rows that the load is not about: outside of its window.</summary>
    public long Outside { get; init; }

    /// <summary>Rows left out because another row of the batch counts in their place.</summary>
    public long Duplicates { get; init; }

    /// <summary>Rows that say what is known already, renewing ones included; without a history, events older than what is known too.</summary>
    public long Unchanged { get; init; }

    /// <summary>Late and future rows left out.</summary>
    public long Skipped { get; init; }

    /// <summary>Versions or rows written.</summary>
    public long Inserted { get; init; }

    /// <summary>Rows brought up to date.</summary>
    public long Updated { get; init; }

    /// <summary>Versions of before whose end this load's versions set.</summary>
    public long Closed { get; init; }

    /// <summary>Of those, the renewed ones.</summary>
    public long Renewed { get; init; }

    /// <summary>Versions or rows that ended because the source does not have their key, or has all rows.</summary>
    public long Deleted { get; init; }

    /// <summary>Open versions that the time to live ended.</summary>
    public long Expired { get; init; }
}
