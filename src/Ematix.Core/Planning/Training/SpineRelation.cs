using Ematix.Model;

namespace Ematix.Planning.Training;

/// <summary>A spine inside a statement: rows in their order, the keys, the as-of, and what passes through.</summary>
internal sealed record SpineRelation
{
    /// <summary>What rows are ordered by in spine order: a number from 1, or the row's place in a table.</summary>
    public const string Row = Sql.ReservedColumns.InternalPrefix + "row";

    /// <summary>What stands behind FROM, with the alias <c>q</c>.</summary>
    public required string From { get; init; }

    /// <summary>A common table expression that <see cref="From"/> names, or null.</summary>
    public string? With { get; init; }

    /// <summary>The table that all of its rows are in, to be sampled; null where there is none.</summary>
    public string? Table { get; init; }

    /// <summary>The type of <see cref="Row"/>.</summary>
    public string RowType { get; init; } = "bigint";

    /// <summary>Which rows take part, as conditions on <c>q</c>; none for all.</summary>
    public EquatableArray<string> Conditions { get; init; }

    /// <summary>The columns, by the names that the spine gives them.</summary>
    public required EquatableArray<SpineColumn> Columns { get; init; }

    /// <summary>The quoted names of the columns inside the statement, in the same order.</summary>
    public required EquatableArray<string> References { get; init; }

    /// <summary>The as-of's name, as the spine gives it.</summary>
    public required string AsOf { get; init; }

    /// <summary>Whether the caller's query is part of the statement, so that the caller's search path holds: what is ours is then qualified.</summary>
    public bool IsInCallersPath { get; init; }

    /// <summary>The rows that meet a further condition on <c>q</c>.</summary>
    public SpineRelation Where(string condition) => this with { Conditions = Conditions.Append(condition).ToEquatableArray() };

    /// <summary>A column inside the statement.</summary>
    public string Reference(string alias, string column)
    {
        var i = 0;
        while (Columns[i].Name != column)
            i++;
        return $"{alias}.{References[i]}";
    }

    /// <summary>The type of a column.</summary>
    public ColumnType Type(string column) => Columns.First(known => known.Name == column).Type;
}
