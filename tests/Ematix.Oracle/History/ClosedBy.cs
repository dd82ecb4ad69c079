namespace Ematix.Oracle;

/// <summary>What ended a version.</summary>
public enum ClosedBy
{
    /// <summary>Another version of the key.</summary>
    Next,

    /// <summary>The key left the source.</summary>
    Delete,

    /// <summary>It outlived its time to live.</summary>
    Ttl,

    /// <summary>It was reopened unchanged.</summary>
    Renewal,
}
