namespace Ematix.Oracle.Tests;

/// <summary>A question about one key at one instant.</summary>
/// <param name="Key">Source values of the key columns.</param>
/// <param name="AsOf">The instant, ticks and offset included.</param>
/// <param name="Ttl">A time to live shorter than the view's, or null.</param>
internal sealed record Lookup(IReadOnlyList<object?> Key, DateTimeOffset AsOf, TimeSpan? Ttl);
