using Ematix.Model;
using Ematix.Sql;

namespace Ematix.Planning;

/// <summary>A unique index that a view's table must have.</summary>
/// <param name="Name">The index's name, which is its constraint's name too.</param>
/// <param name="Columns">Its key columns.</param>
internal sealed record TableIndex(string Name, EquatableArray<string> Columns)
{
    /// <summary>The rows that it covers, as it is written; null for all.</summary>
    public string? Predicate { get; init; }

    /// <summary>The same as the server's <c>pg_get_expr</c> writes it.</summary>
    public string? ReportedPredicate { get; init; }

    /// <summary><c>PRIMARY KEY</c> or <c>UNIQUE</c> where it stands behind a constraint of the table; else null.</summary>
    public string? Constraint { get; init; }

    /// <summary>The columns, the user's in quotes.</summary>
    public string ColumnList => string.Join(", ", Columns.Select(column => ReservedColumns.Contains(column) ? column : Identifier.Quote(column)));

    /// <summary>The constraint as a table declares it.</summary>
    public string Declaration => $"CONSTRAINT {Identifier.Quote(Name)} {Constraint} ({ColumnList})";

    /// <summary>What it is, for messages.</summary>
    public string Description => Describe(Columns, ReportedPredicate);

    /// <summary>What an index is, for messages.</summary>
    public static string Describe(IEnumerable<string> columns, string? predicate) =>
        $"({string.Join(", ", columns)}){(predicate is null ? "" : $" WHERE {predicate}")}";

    /// <summary>Creates it, where it is no constraint.</summary>
    public string Create(FeatureViewModel view) => $"""
        CREATE UNIQUE INDEX {Identifier.Quote(Name)}
            ON {Identifier.Table(view)} ({ColumnList})
            WHERE {Predicate}
        """;
}
