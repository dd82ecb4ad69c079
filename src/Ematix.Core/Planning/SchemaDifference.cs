namespace Ematix.Planning;

/// <summary>One way in which a live table differs from its view.</summary>
/// <param name="Text">The difference, as a sentence.</param>
internal sealed record SchemaDifference(string Text)
{
    /// <summary>How evolving the table does away with it; null where it would lose something.</summary>
    public Evolution? Evolution { get; init; }

    /// <summary>Whether loads can't do with it: a column that they write is not as they need it.</summary>
    public bool StopsLoads { get; init; }
}

/// <summary>A change of a table that loses nothing.</summary>
/// <param name="Kind">When it is made, and how.</param>
/// <param name="Sql">An action of ALTER TABLE, or a whole statement (<see cref="EvolutionKind.Index"/>).</param>
internal sealed record Evolution(EvolutionKind Kind, string Sql);

/// <summary>The kinds of change, in the order in which they are made.</summary>
internal enum EvolutionKind
{
    /// <summary>An action that stands alone in its statement.</summary>
    Rename,

    /// <summary>An action; all of them are one statement, so that the table is rewritten once.</summary>
    Alter,

    /// <summary>A statement that creates an index.</summary>
    Index,
}
