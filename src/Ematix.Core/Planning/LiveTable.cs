using Ematix.Model;

namespace Ematix.Planning;

/// <summary>A table as the server has it.</summary>
/// <param name="Columns">Its columns, in the table's order.</param>
/// <param name="Indexes">Its indexes, those behind constraints included.</param>
/// <param name="Checks">Its CHECK constraints, as <c>pg_get_constraintdef</c> writes them.</param>
internal sealed record LiveTable(EquatableArray<LiveColumn> Columns, EquatableArray<LiveIndex> Indexes, EquatableArray<string> Checks)
{
    /// <summary>The table once its columns are renamed. Checks concern the product's own columns only, which keep their names.</summary>
    public LiveTable Rename(IReadOnlyList<ColumnRename> renames)
    {
        string New(string name) => renames.Aggregate(name, (current, rename) => current == rename.From ? rename.To : current);
        return this with
        {
            Columns = Columns.Select(column => column with { Name = New(column.Name) }).ToEquatableArray(),
            Indexes = Indexes.Select(index => index with { Columns = index.Columns.Select(New).ToEquatableArray() }).ToEquatableArray(),
        };
    }
}

/// <summary>A column of a table as the server reports it.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Type">The type, as <c>format_type</c> writes it.</param>
/// <param name="IsNullable">Whether it may be NULL.</param>
internal sealed record LiveColumn(string Name, string Type, bool IsNullable)
{
    /// <summary>Whether a row that is inserted without it gets a value.</summary>
    public bool HasDefault { get; init; }

    /// <summary>Whether only the table may give it a value.</summary>
    public bool IsGenerated { get; init; }

    /// <summary>Whether its collation takes different texts for equal.</summary>
    public bool MergesTexts { get; init; }

    /// <summary>The views that read it, the online snapshot aside.</summary>
    public EquatableArray<string> Readers { get; init; }
}

/// <summary>An index of a table.</summary>
/// <param name="Name">The index's name.</param>
/// <param name="IsUsable">Whether it is unique and valid.</param>
/// <param name="Columns">Its key columns.</param>
/// <param name="Predicate">Its predicate as <c>pg_get_expr</c> writes it, or null.</param>
internal sealed record LiveIndex(string Name, bool IsUsable, EquatableArray<string> Columns, string? Predicate);

/// <summary>A column that the view knows under another name.</summary>
/// <param name="From">Its name in the table.</param>
/// <param name="To">Its name in the view.</param>
internal sealed record ColumnRename(string From, string To);
