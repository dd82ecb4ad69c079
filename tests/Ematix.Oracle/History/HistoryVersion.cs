namespace Ematix.Oracle;

/// <summary>One row of a key's history, valid on <c>[From, To)</c>.</summary>
/// <param name="Values">The stored values, one a column.</param>
/// <param name="From">Its start.</param>
/// <param name="To">Its end, or null while it is open.</param>
/// <param name="ClosedBy">What ended it, or null.</param>
/// <param name="LoadedAt">The time of the load that wrote it.</param>
public sealed record HistoryVersion(object?[] Values, long From, long? To, ClosedBy? ClosedBy, long LoadedAt)
{
    /// <summary>Whether it does not end where it starts.</summary>
    public bool IsVisible => To is null || To > From;

    /// <summary>Whether it is valid at an instant.</summary>
    public bool Holds(long at) => From <= at && (To is null || To > at);

    /// <summary>Whether it is valid at an instant, and no older than the time to live then.</summary>
    public bool IsAlive(long at, long? ttl) => Holds(at) && (ttl is null || From >= at - ttl);

    /// <summary>Whether it is open, and too old at an instant.</summary>
    public bool HasOutlived(long? ttl, long at) => To is null && ttl is not null && From < at - ttl;
}
