using Ematix.Model;

namespace Ematix.Sql;

/// <summary>The names that are made from a table's name. All must fit in 63 bytes, or Postgres would truncate one into another.</summary>
internal static class DerivedNames
{
    /// <summary>The online snapshot.</summary>
    public static string Online(string table) => table + "__online";

    /// <summary>The unique index of the online snapshot.</summary>
    public static string OnlineKeyIndex(string table) => table + "__online_key";

    /// <summary>The unique index over visible versions.</summary>
    public static string VersionIndex(string table) => table + "__version";

    /// <summary>The unique index over current versions.</summary>
    public static string CurrentIndex(string table) => table + "__current";

    /// <summary>The primary or unique key of a table that keeps one row a key.</summary>
    public static string KeyIndex(string table) => table + "__key";

    /// <summary>Every name made from the view's table.</summary>
    public static IEnumerable<string> All(FeatureViewModel view) => view.Mode switch
    {
        SyncMode.Scd2 when view.Online => [VersionIndex(view.Table), CurrentIndex(view.Table), Online(view.Table), OnlineKeyIndex(view.Table)],
        SyncMode.Scd2 => [VersionIndex(view.Table), CurrentIndex(view.Table)],
        SyncMode.Append => [],
        _ => [KeyIndex(view.Table)],
    };
}
