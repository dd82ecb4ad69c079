namespace Ematix.Tests.Reliability;

/// <summary>Two loads of <see cref="OnlineProfile"/>: the second has an insert, a change, a delete, an unchanged row, and the refresh of the online snapshot.</summary>
internal static class ProfileStory
{
    public const string State = "SELECT id, city, is_current, _closed_by FROM features.online_profile_v1 ORDER BY id, valid_from";

    public const string Online = "SELECT id, city FROM features.online_profile_v1__online ORDER BY id";

    public static readonly SyncOptions<OnlineProfile> Options = new() { HandleDeletes = HandleDeletes.Soft };

    public static readonly string[] Before = ["1|Oslo|True|-", "2|Rome|True|-", "3|Bonn|True|-", "4|Kyiv|True|-"];

    public static readonly string[] After = ["1|Oslo|True|-", "2|Rome|False|next", "2|Riga|True|-", "3|Bonn|True|-", "4|Kyiv|False|delete", "5|Wien|True|-"];

    private static readonly OnlineProfile[] First = [Row(1, "Oslo"), Row(2, "Rome"), Row(3, "Bonn"), Row(4, "Kyiv")];

    /// <summary>The second load's rows, which a gate can hold back.</summary>
    private static readonly Source Second = Source.Sql("""
        SELECT p.id, p.city
        FROM (VALUES (1, 'Oslo'), (2, 'Riga'), (3, 'Bonn'), (5, 'Wien')) AS p (id, city)
        WHERE gate.pass('stage')
        """);

    public static Task<SyncResult> LoadFirstAsync(FeatureStore store) => OnlineProfile.SyncAsync(store, First);

    public static Task<SyncResult> LoadSecondAsync(FeatureStore store, CancellationToken cancellationToken = default) =>
        OnlineProfile.SyncAsync(store, Second, Options, cancellationToken);

    /// <summary>Whether history and snapshot are as before the second load, or as after it, and keep their invariants.</summary>
    public static async Task AssertIsAsync(TestStore test, string[] expected)
    {
        Assert.Equal(expected, await test.RowsAsync(State));
        Assert.Equal(expected.Where(row => row.Contains("|True|", StringComparison.Ordinal)).Select(row => string.Join('|', row.Split('|')[..2])), await test.RowsAsync(Online));
        await Audit.AssertAsync(test, Definition<OnlineProfile>());
    }

    private static OnlineProfile Row(int id, string city) => new() { Id = id, City = city };

    private static Model.FeatureViewModel Definition<TView>()
        where TView : class, IFeatureView<TView> => TView.Definition;
}
