using Ematix.Model;

namespace Ematix.Planning;

/// <summary>The SQL that generated code shows as constants: what the server sees with default options.</summary>
internal static class ViewSql
{
    /// <summary>The table and the reads of a view.</summary>
    public static IReadOnlyList<NamedSql> Constants(FeatureViewModel view)
    {
        var sql = new List<NamedSql>
        {
            new("CreateTable", "The table with its constraints and indexes.", TablePlanner.CreateTable(view)),
        };
        if (view is { Mode: SyncMode.Scd2, Online: true })
            sql.Add(new("CreateOnline", "The online snapshot with its unique index, filled from history.", OnlinePlanner.Create(view)));
        if (view.Mode == SyncMode.Scd2)
        {
            sql.Add(new(
                nameof(FeatureViewPlans.PointInTime),
                "The version of one key alive at an instant. Parameters: the key columns, the as-of (timestamptz), the time to live (interval, or NULL for ever).",
                ReadPlanner.PointInTime(view)));
            sql.Add(new(
                nameof(FeatureViewPlans.PointInTimeMany),
                "The versions of many keys, each alive at its own instant. Parameters: an array a key column, the as-ofs (timestamptz[]), the time to live (interval, or NULL for ever).",
                ReadPlanner.PointInTimeMany(view)));
            sql.Add(new(
                nameof(FeatureViewPlans.History),
                "All versions of one key, oldest first. Parameters: the key columns, whether replaced (empty) versions are wanted (boolean).",
                ReadPlanner.History(view)));
        }

        if (view.Mode != SyncMode.Append)
        {
            sql.Add(new(
                nameof(FeatureViewPlans.Online),
                "The current row of one key, alive at the database's clock. Parameters: the key columns" + OnlineTtl(view),
                ReadPlanner.Online(view)));
            sql.Add(new(
                nameof(FeatureViewPlans.OnlineMany),
                "The current rows of many keys, alive at the database's clock. Parameters: an array a key column" + OnlineTtl(view),
                ReadPlanner.OnlineMany(view)));
        }

        return sql;
    }

    /// <summary>The steps of a load with default options, in order.</summary>
    public static IReadOnlyList<NamedSql> LoadConstants(FeatureViewModel view) => LoadPlanner.Plan(view, LoadOptionsModel.Default).Statements();

    private static string OnlineTtl(FeatureViewModel view) =>
        view.Mode == SyncMode.Scd2 ? ", the time to live (interval, or NULL for ever)." : ".";
}
