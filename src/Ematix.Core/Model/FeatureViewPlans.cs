namespace Ematix.Model;

/// <summary>The SQL of a view's reads, planned at compile time: the exact text that the server sees.</summary>
public sealed record FeatureViewPlans
{
    /// <summary>One key at one instant. Parameters: the keys, the as-of, the time to live (an interval, or NULL for ever). Null for other modes than Scd2.</summary>
    public string? PointInTime { get; init; }

    /// <summary>Many keys, each at its instant. Parameters: an array a key column, the as-ofs, the time to live.</summary>
    public string? PointInTimeMany { get; init; }

    /// <summary>The current version of one key. Parameters: the keys, the time to live (an interval, or NULL for ever). Null for mode Append.</summary>
    public string? Online { get; init; }

    /// <summary>The current versions of many keys. Parameters: an array a key column, the time to live.</summary>
    public string? OnlineMany { get; init; }

    /// <summary>All versions of one key, in order. Parameters: the keys, and whether replaced (empty) versions are wanted.</summary>
    public string? History { get; init; }
}
