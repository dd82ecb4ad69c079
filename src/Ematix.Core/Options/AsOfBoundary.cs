namespace Ematix;

/// <summary>Which versions count for an as-of.</summary>
public enum AsOfBoundary
{
    /// <summary>Versions that start at or before it.</summary>
    AtOrBefore,

    /// <summary>Only versions that start before it: what held until just before, where an event and its label carry one time.</summary>
    Before,
}
