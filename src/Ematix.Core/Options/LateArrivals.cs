namespace Ematix;

/// <summary>What a load does with an event that is older than the newest start its key had before the load.</summary>
public enum LateArrivals
{
    /// <summary>Refuses the whole load, naming the rows. The default.</summary>
    Reject,

    /// <summary>Leaves late rows out, counts them, and loads the rest.</summary>
    Skip,

    /// <summary>Puts each late row in its place in the history.</summary>
    Insert,
}
