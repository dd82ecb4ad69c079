namespace Ematix;

/// <summary>What happens when the live table differs from the compiled view.</summary>
public enum OnDrift
{
    /// <summary>Refuses, listing every difference. The default.</summary>
    Error,

    /// <summary>Adds nullable columns, renames and widens; never drops or narrows.</summary>
    Evolve,

    /// <summary>Checks only the columns that are used.</summary>
    Ignore,
}
