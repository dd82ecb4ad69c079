namespace Ematix.LocalPostgres.Ways;

/// <summary>Why one way can't serve, and what would make it work: a line of the final error.</summary>
internal sealed class WayUnavailableException(string reason, Exception? innerException = null) : Exception(reason, innerException)
{
    /// <summary>The user asked for this way beyond doubt: another must not take its place silently.</summary>
    public bool IsFinal { get; init; }
}
