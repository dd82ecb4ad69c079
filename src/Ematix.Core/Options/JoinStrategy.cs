namespace Ematix;

/// <summary>How a training set's spine meets the history. All give the same rows; they differ in cost.</summary>
public enum JoinStrategy
{
    /// <summary>Probes: the fastest wherever it was measured on a history in memory.</summary>
    Auto,

    /// <summary>One index probe a spine row and view, in the order of the keys. Its cost depends on neither the versions a key has nor the density of the spine.</summary>
    Probe,

    /// <summary>One pass over each history, joined to the spine by hash. For large spines over a history that lies cold on disk, with few versions a key: it reads in order what probes read in jumps.</summary>
    Hash,

    /// <summary>One ordered pass over spine and history together. For many spine rows a key over a history that lies cold on disk.</summary>
    OnePass,
}
