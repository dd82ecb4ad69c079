namespace Ematix.Oracle;

/// <summary>How loads keep a table.</summary>
public enum TableMode
{
    /// <summary>Every version of every key.</summary>
    History,

    /// <summary>Every row that ever came.</summary>
    Append,

    /// <summary>One row a key, brought up to date.</summary>
    Merge,

    /// <summary>The rows of the last load.</summary>
    Truncate,
}
