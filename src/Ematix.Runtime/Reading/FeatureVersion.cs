namespace Ematix;

/// <summary>One version of an entity's features, with the time it was valid: <c>[ValidFrom, ValidTo)</c>, in UTC.</summary>
/// <typeparam name="TView">The feature view.</typeparam>
/// <param name="Row">The features.</param>
/// <param name="ValidFrom">When it started.</param>
/// <param name="ValidTo">When it ended, or null while it is current. Equal to <paramref name="ValidFrom"/> where another row replaced it.</param>
/// <param name="LoadedAt">When it was loaded, by the database's clock.</param>
/// <param name="BatchId">The load that wrote it.</param>
/// <param name="ClosedBy">What ended it: <c>next</c>, <c>delete</c>, <c>ttl</c> or <c>renewal</c>; null while it is current.</param>
public sealed record FeatureVersion<TView>(
    TView Row, DateTimeOffset ValidFrom, DateTimeOffset? ValidTo, DateTimeOffset LoadedAt, Guid BatchId, string? ClosedBy)
{
    /// <summary>Whether it is the key's current version.</summary>
    public bool IsCurrent => ValidTo is null;

    /// <summary>Whether another row with the same start replaced it: kept for audit, seen by no read.</summary>
    public bool IsReplaced => ValidTo == ValidFrom;
}
