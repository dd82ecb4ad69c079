namespace Ematix.Planning;

/// <summary>
/// A table of the catalog, as data: created where it is missing, and given the columns that it lacks where an older version of the product
/// created it. A column that is added to a table after its first release is therefore nullable or has a default.
/// </summary>
/// <param name="Name">The table's name in the schema <c>ematix_flow</c>.</param>
/// <param name="Columns">Its columns, in order.</param>
/// <param name="Key">The columns of its primary key.</param>
/// <param name="Indexes">Statements that create its indexes, run after its creation.</param>
internal sealed record CatalogTable(string Name, IReadOnlyList<CatalogColumn> Columns, string Key, params string[] Indexes)
{
    /// <summary>What a probe of the catalog finds where the table is as it should be.</summary>
    public IEnumerable<string> Parts => Columns.Select(Part);

    /// <summary>The statements that bring the table up to date; none where it is.</summary>
    public IEnumerable<string> BringUpToDate(IReadOnlyCollection<string> found)
    {
        var missing = Columns.Where(column => !found.Contains(Part(column))).ToArray();
        if (missing.Length == Columns.Count)
            return [Create(), .. Indexes];
        return missing.Length == 0 ? [] : [Add(missing)];
    }

    private string Create()
    {
        var width = Columns.Max(column => column.Name.Length);
        string[] lines = [.. Columns.Select(column => $"{column.Name.PadRight(width)} {column.Definition}"), $"PRIMARY KEY ({Key})"];
        return $"""
            CREATE TABLE IF NOT EXISTS ematix_flow.{Name} (
                {Sql.SqlList.Lines(lines, 4)}
            )
            """;
    }

    private string Add(IEnumerable<CatalogColumn> columns) => $"""
        ALTER TABLE ematix_flow.{Name}
            {Sql.SqlList.Lines(columns.Select(column => $"ADD COLUMN IF NOT EXISTS {column.Name} {column.Definition}"), 4)}
        """;

    private string Part(CatalogColumn column) => $"{Name}.{column.Name}";
}

/// <summary>A column of the catalog.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Definition">Its type, with NOT NULL, DEFAULT or CHECK.</param>
internal sealed record CatalogColumn(string Name, string Definition);
