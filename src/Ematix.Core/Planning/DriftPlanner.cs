using Ematix.Model;
using Ematix.Sql;

namespace Ematix.Planning;

/// <summary>Compares the live table with the compiled view, and says of each difference how evolving the table would do away with it.</summary>
internal static class DriftPlanner
{
    /// <summary>Every difference; none where the table is as the view says.</summary>
    public static IReadOnlyList<SchemaDifference> Compare(FeatureViewModel view, LiveTable live)
    {
        var renames = Renames(view, live);
        var table = live.Rename(renames);
        var expected = Expected(view);
        var known = new HashSet<string>(expected.Select(column => column.Name), StringComparer.Ordinal);
        var extra = table.Columns.Where(column => !known.Contains(column.Name)).ToArray();
        return
        [
            .. renames.Select(Renamed),
            .. expected.SelectMany(column => ColumnDrift.Compare(column, table.Columns.FirstOrDefault(each => each.Name == column.Name))),
            .. extra.Select(column => Extra(view, column)),
            .. TablePlanner.Indexes(view).SelectMany(index => Differences(view, index, table.Indexes)),
            .. TablePlanner.Checks(view.Mode).Where(check => !table.Checks.Contains(check.Reported)).Select(check =>
                new SchemaDifference($"constraint {check.Written} is missing") { Evolution = new(EvolutionKind.Alter, $"ADD {check.Written}") }),
        ];
    }

    /// <summary>
    /// The renames that have not happened yet. A name that is free once another rename is done can be taken by a later one, so
    /// <c>b → c</c> and <c>a → b</c> may come in any order.
    /// </summary>
    private static List<ColumnRename> Renames(FeatureViewModel view, LiveTable live)
    {
        var names = new HashSet<string>(live.Columns.Select(column => column.Name), StringComparer.Ordinal);
        var renames = new List<ColumnRename>();
        while (view.Columns.FirstOrDefault(column => IsToBeRenamed(column, names) && renames.All(done => done.To != column.RenamedFrom)) is { } next)
        {
            renames.Add(new(next.RenamedFrom!, next.Column));
            names.Remove(next.RenamedFrom!);
            names.Add(next.Column);
        }

        return renames;
    }

    private static bool IsToBeRenamed(FeatureModel column, HashSet<string> names) =>
        column.RenamedFrom is { } from && !names.Contains(column.Column) && names.Contains(from) && !ReservedColumns.Contains(from);

    private static SchemaDifference Renamed(ColumnRename rename) => new($"column \"{rename.To}\" is still called \"{rename.From}\"")
    {
        Evolution = new(EvolutionKind.Rename, $"RENAME COLUMN {Identifier.Quote(rename.From)} TO {Identifier.Quote(rename.To)}"),
        StopsLoads = true,
    };

    private static ExpectedColumn[] Expected(FeatureViewModel view) =>
    [
        .. view.Columns.Select(column => new ExpectedColumn(column.Column, TypeMap.Reported(column.Type), column.IsNullable) { Feature = column }),
        .. TablePlanner.AddedColumns(view.Mode).Select(added => new ExpectedColumn(added.Name, TypeMap.Reported(added.Type), added.IsNullable)),
    ];

    /// <summary>A column that the view does not know stays: dropping it would lose what it holds.</summary>
    private static SchemaDifference Extra(FeatureViewModel view, LiveColumn column)
    {
        var successor = view.Columns.FirstOrDefault(each => each.RenamedFrom == column.Name);
        return new(successor is null
            ? $"column \"{column.Name}\" ({column.Type}) is in the table but not in the view"
            : $"columns \"{column.Name}\" and \"{successor.Column}\" are both in the table, and the view says that one was renamed to the other: move its values by hand, then drop \"{column.Name}\"")
        {
            StopsLoads = !column.IsNullable && !column.HasDefault,
        };
    }

    private static IEnumerable<SchemaDifference> Differences(FeatureViewModel view, TableIndex expected, IEnumerable<LiveIndex> live)
    {
        var found = live.FirstOrDefault(index => index.Name == expected.Name);
        if (found is null)
        {
            yield return new($"unique index \"{expected.Name}\" is missing")
            {
                Evolution = expected.Constraint is null
                    ? new(EvolutionKind.Index, expected.Create(view))
                    : new(EvolutionKind.Alter, $"ADD {expected.Declaration}"),
            };
            yield break;
        }

        if (!found.IsUsable)
            yield return new($"index \"{expected.Name}\" is not unique, or is invalid");
        if (!found.Columns.Equals(expected.Columns) || found.Predicate != expected.ReportedPredicate)
            yield return new($"index \"{expected.Name}\" is on {TableIndex.Describe(found.Columns, found.Predicate)}, the view says {expected.Description}");
    }
}

/// <summary>A column that a view's table must have.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Type">The type, as <c>format_type</c> writes it.</param>
/// <param name="IsNullable">Whether it may be NULL.</param>
internal sealed record ExpectedColumn(string Name, string Type, bool IsNullable)
{
    /// <summary>The view's column; null for one that the product adds.</summary>
    public FeatureModel? Feature { get; init; }
}
