namespace Ematix;

/// <summary>How a training set's spine meets the history. All give the same rows; they differ in cost.</summary>
public enum JoinStrategy
{
    /// <summary>By the number of spine rows, their density over keys, and the size of the history.</summary>
    Auto,

    /// <summary>One index probe a spine row and view, in the order of the keys. Best for spines that are small beside the history.</summary>
    Probe,

    /// <summary>One pass over each history, joined to the spine by hash. Best for spines beyond about a fifth of the history.</summary>
    Hash,

    /// <summary>One ordered pass over spine and history together. Best for many spine rows a key.</summary>
    OnePass,
}
