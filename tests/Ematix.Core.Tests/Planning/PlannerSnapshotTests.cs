using System.Globalization;
using Ematix.Model;
using Ematix.Planning;
using Ematix.Testing;

namespace Ematix.Tests.Planning;

/// <summary>The planned SQL, to be read: each snapshot is what the server sees.</summary>
public sealed class PlannerSnapshotTests
{
    private readonly Snapshots _snapshots = new(typeof(PlannerSnapshotTests), "sql");

    [Fact]
    public void Tables_and_reads_of_an_event_time_view() => _snapshots.Match(Script(ViewSql.Constants(ExampleViews.UserFeatures)));

    [Fact]
    public void Load_of_an_event_time_view() => _snapshots.Match(Script(ViewSql.LoadConstants(ExampleViews.UserFeatures)));

    [Fact]
    public void Tables_and_reads_of_a_snapshot_view() => _snapshots.Match(Script(ViewSql.Constants(ExampleViews.MerchantProfile)));

    [Fact]
    public void Load_of_a_snapshot_view() => _snapshots.Match(Script(ViewSql.LoadConstants(ExampleViews.MerchantProfile)));

    [Fact]
    public void Tables_and_reads_of_a_view_without_history() => _snapshots.Match(Script(ViewSql.Constants(ExampleViews.Latest)));

    [Fact]
    public void Load_of_a_merge_view() => _snapshots.Match(Script(ViewSql.LoadConstants(ExampleViews.Latest)));

    [Fact]
    public void Load_of_a_view_that_is_replaced() => _snapshots.Match(Script(ViewSql.LoadConstants(ExampleViews.Latest with { Mode = SyncMode.Truncate })));

    [Fact]
    public void Load_of_a_view_with_an_online_table() =>
        _snapshots.Match(Script(ViewSql.LoadConstants(ExampleViews.UserFeatures with { OnlineStore = OnlineStore.Table })));

    [Fact]
    public void Load_of_a_feature_set_of_an_event_time_view() => _snapshots.Match(Script(LoadPlanner.Plan(ExampleViews.UserFeatures, FeatureSet("avg_order_value")).Statements()));

    [Fact]
    public void Load_of_a_feature_set_of_a_snapshot_view() => _snapshots.Match(Script(LoadPlanner.Plan(ExampleViews.MerchantProfile, FeatureSet("tier")).Statements()));

    [Fact]
    public void Sieve_of_an_event_time_view() => _snapshots.Match(Script(Sieve(ExampleViews.UserFeatures)));

    [Fact]
    public void Sieve_of_a_snapshot_view() => _snapshots.Match(Script(Sieve(ExampleViews.MerchantProfile)));

    [Fact]
    public void Query_on_another_database() =>
        _snapshots.Match(SourceQueryPlanner.CopyOut(ExampleViews.MerchantProfile, null, $"SELECT * FROM merchants WHERE since > {SourceQueryPlanner.Parameter(1, "date")}", null) + "\n");

    [Fact]
    public void Query_on_another_database_from_a_watermark_on()
    {
        var column = new IncrementalColumn("changed_at", IncrementalType.Timestamp, IsStaged: false, OrdersTies: true);
        _snapshots.Match(SourceQueryPlanner.CopyOut(ExampleViews.Latest, column, "SELECT * FROM merchants", WatermarkPlanner.ToRead(column, SyncMode.Merge, SourceQueryPlanner.Bound)) + "\n");
    }

    [Fact]
    public void Audit_of_a_snapshot_view() => _snapshots.Match(Script(AuditPlanner.Invariants(ExampleViews.MerchantProfile)));

    [Fact]
    public void Audit_of_an_event_time_view() => _snapshots.Match(Script(AuditPlanner.Invariants(ExampleViews.UserFeatures)));

    [Fact]
    public void Plans_are_the_same_in_every_culture()
    {
        var expected = Everything();
        foreach (var culture in new[] { "tr-TR", "de-DE", "ar-SA", "fa-IR" })
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(expected, Everything());
        }
    }

    [Fact]
    public void Every_snapshot_is_read_by_a_test() =>
        Assert.Empty(Snapshots.Unread(typeof(PlannerSnapshotTests).Assembly, method => method.IsDefined(typeof(FactAttribute), inherit: false)));

    private static LoadOptionsModel FeatureSet(string column) => new() { FeatureSet = new(new[] { column }.ToEquatableArray(), IsComplete: true) };

    private static IEnumerable<NamedSql> Sieve(FeatureViewModel view)
    {
        var sieve = LoadPlanner.Plan(view, LoadOptionsModel.Default).Sieve!;
        yield return new("Prove", "Asks whether the query has one row a place.", sieve.Prove("SELECT * FROM source WHERE x = $1"));
        yield return new("Stage", "Stages what may change something.", sieve.StageQuery("SELECT * FROM source WHERE x = $1", 1));
        if (sieve.SkipRenewals is { } skip)
            yield return new("SkipRenewals", "Leaves out what is young enough.", skip);
    }

    private static string Everything() => string.Concat(
        new[] { ExampleViews.UserFeatures, ExampleViews.MerchantProfile, ExampleViews.Latest }
            .SelectMany(view => ViewSql.Constants(view).Concat(ViewSql.LoadConstants(view)).Concat(view.Mode == SyncMode.Scd2 ? Sieve(view) : []))
            .Select(sql => sql.Text));

    private static string Script(IEnumerable<NamedSql> statements) =>
        string.Join("\n", statements.Select(sql => $"-- {sql.Name}: {sql.Summary}\n{sql.Text};\n"));
}
