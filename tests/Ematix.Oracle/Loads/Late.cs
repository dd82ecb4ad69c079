namespace Ematix.Oracle;

/// <summary>What a load does with rows older than the newest start that their key had before it.</summary>
public enum Late
{
    /// <summary>Refuses the whole load.</summary>
    Reject,

    /// <summary>Leaves them out.</summary>
    Skip,

    /// <summary>Puts each in its place.</summary>
    Insert,
}
