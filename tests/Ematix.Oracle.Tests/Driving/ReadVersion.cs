namespace Ematix.Oracle.Tests;

/// <summary>A version as the product answered it, with stored values.</summary>
internal sealed record ReadVersion(object?[] Values, long From, long? To, string? ClosedBy, bool IsCurrent, bool IsReplaced, long LoadedAt, Guid BatchId);
