namespace Ematix;

/// <summary>What happens when the live table, or the registered definition, differs from the compiled view.</summary>
public enum OnDrift
{
    /// <summary>Refuses, listing every difference. The default.</summary>
    Error,

    /// <summary>
    /// Adds nullable columns, renames (<see cref="ColumnAttribute.RenamedFrom"/>), widens types (smallint, integer, bigint; real, double precision;
    /// varchar to a longer one or text; numeric with as many digits on both sides), drops NOT NULL, and creates missing indexes and constraints: all of it in one
    /// transaction, or nothing where a difference remains that it can't do away with. It never drops or narrows. The online snapshot is built anew; history is not:
    /// versions that exist have NULL in a new column, and the next load whose source has a value there starts new versions, as for any other change.
    /// </summary>
    Evolve,

    /// <summary>
    /// Checks only that loads can write: the view's columns and the product's are as they must be, and every other column may be left out of a row. The definition
    /// that is registered stays, so that an older program goes on loading a table that a newer one has evolved. Keys and event time must be the registered ones.
    /// </summary>
    Ignore,
}
