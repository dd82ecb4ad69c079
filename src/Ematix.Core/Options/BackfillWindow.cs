namespace Ematix;

/// <summary>The half-open range of event times <c>[From, To)</c> that a backfill reads.</summary>
/// <param name="From">The first instant inside, floored to the microsecond.</param>
/// <param name="To">The first instant after it, floored to the microsecond.</param>
public readonly record struct BackfillWindow(DateTimeOffset From, DateTimeOffset To);
