using Ematix.Model;
using Ematix.Planning;
using Ematix.Planning.Training;
using Ematix.Testing;

namespace Ematix.Tests.Planning;

/// <summary>The planned SQL of training sets, to be read.</summary>
public sealed class TrainingPlanTests
{
    private static readonly TrainingSetModel Set = new()
    {
        Views =
        [
            new() { View = ExampleViews.UserFeatures, Name = "user_features", SpineColumns = ["user_id"] },
            new() { View = ExampleViews.MerchantProfile, Name = "merchant_profile", SpineColumns = ["country", "merchant"] },
        ],
    };

    private static readonly SourceColumn[] Columns =
    [
        new("label", "boolean"), new("user_id", "integer"), new("country", "text"), new("merchant", "uuid"), new("label_at", "timestamp with time zone"), new("tier", "text"),
    ];

    private readonly Snapshots _snapshots = new(typeof(TrainingPlanTests), "sql");

    [Fact]
    public void Probes_from_a_stage() => _snapshots.Match(
        SpinePlanner.Stage(SpinePlanner.Table("ml", "labels")) + ";\n\n" + TrainingPlanner.Copy(Plan(SpinePlanner.Part(Staged(), new(100_000, 200_000)), JoinStrategy.Probe)));

    [Fact]
    public void Where_a_stage_is_cut() => _snapshots.Match(
        KeyRangePlanner.Cuts(Join(Staged()), 3, 1_000_000) + ";\n\n" + SpinePlanner.CopyRows(KeyRangePlanner.Range(Join(Staged()), 1, 3)));

    [Fact]
    public void Probes_from_a_range_of_a_table_where_it_lies() => _snapshots.Match(TrainingPlanner.Plan(
        Join(SpinePlanner.Pages(KeyRangePlanner.Range(Join(Stored()), 0, 2), 0, 8192)) with { IsNumbered = true }, JoinStrategy.Probe));

    [Fact]
    public void A_stage_of_arrays() => _snapshots.Match(SpinePlanner.StageArrays(Arrays().Columns));

    [Fact]
    public void Probes_from_arrays() => _snapshots.Match(Plan(Arrays(), JoinStrategy.Probe));

    [Fact]
    public void A_pass_by_hash() => _snapshots.Match(Plan(Staged(), JoinStrategy.Hash));

    [Fact]
    public void One_ordered_pass() => _snapshots.Match(Plan(Staged(), JoinStrategy.OnePass));

    [Fact]
    public void As_known_at() => _snapshots.Match(TrainingPlanner.Plan(Join(Staged()) with { KnownAts = [TrainingValues.Instant(TrainingValues.KnownAt(0)), TrainingValues.Instant(TrainingValues.KnownAt(1))] }, JoinStrategy.Hash));

    [Fact]
    public void Everything_of_ours_is_qualified_where_the_callers_path_holds() =>
        _snapshots.Match(Plan(SpinePlanner.InStatement("SELECT * FROM labels", SpineColumns.Resolve(Columns), "label_at"), JoinStrategy.OnePass));

    [Fact]
    public void Names_that_collide_get_their_views_prefix_and_the_spine_keeps_its_own()
    {
        var twice = Set with { Views = [.. Set.Views, new() { View = ExampleViews.UserFeatures, Name = "friend", SpineColumns = ["friend_id"], Columns = ["total_purchases"] }] };

        Assert.Equal(
            ["user_features__total_purchases", "avg_order_value", "last_purchase_at", "merchant_profile__tier", "since", "scores", "friend__total_purchases"],
            TrainingColumns.Of(twice, ["tier"]).Select(column => column.Name));
        var prefixed = Set with { Views = [Set.Views[0] with { Prefix = "u_" }] };
        Assert.Equal(["u_total_purchases", "u_avg_order_value", "u_last_purchase_at"], TrainingColumns.Of(prefixed, []).Select(column => column.Name));
        Assert.Equal(["u_total_purchases"], TrainingColumns.Taken(["u_total_purchases"], TrainingColumns.Of(prefixed, ["u_total_purchases"])));
    }

    [Theory]
    [InlineData("bigint", ColumnKind.Int64)]
    [InlineData("numeric(38,10)", ColumnKind.Numeric)]
    [InlineData("character varying(7)", ColumnKind.Text)]
    [InlineData("character varying[]", ColumnKind.Text)]
    [InlineData("timestamp(3) with time zone", ColumnKind.Instant)]
    [InlineData("time(0) without time zone", ColumnKind.Time)]
    [InlineData("interval(3)", ColumnKind.Interval)]
    [InlineData("jsonb", ColumnKind.Json)]
    [InlineData("numeric", null)]
    [InlineData("numeric(39,1)", null)]
    [InlineData("numeric(3,5)", null)]
    [InlineData("numeric(3,-2)", null)]
    [InlineData("numeric(10)", ColumnKind.Numeric)]
    [InlineData("json", null)]
    [InlineData("timestamp without time zone", null)]
    [InlineData("character(3)", null)]
    public void A_spines_column_has_a_type_of_the_map_or_none(string reported, ColumnKind? kind) => Assert.Equal(kind, SpineTypes.Of(reported)?.Kind);

    [Theory]
    [InlineData(10, 1_000_000, "10 spine rows beside 1000000 versions")]
    [InlineData(500_000, 100, "500000 spine rows beside 100 versions")]
    [InlineData(0, 100, "an unknown number of spine rows")]
    public void Without_a_wish_a_spine_is_probed_and_the_sizes_are_told(long rows, long history, string told)
    {
        var (strategy, reason) = StrategyChoice.Of(rows, [history]);
        Assert.Equal(JoinStrategy.Probe, strategy);
        Assert.Contains(told, reason, StringComparison.Ordinal);
    }

    private static SpineRelation Staged() => SpinePlanner.FromStage(SpineColumns.Resolve(Columns), "label_at");

    private static SpineRelation Stored() => SpinePlanner.FromTable("ml", "labels", SpineColumns.Resolve(Columns), "label_at");

    private static SpineRelation Arrays() => SpinePlanner.FromArrays(
        SpineColumns.Resolve(SpineColumns.Used(Set, "label_at").Select(name => Columns.Single(column => column.Name == name))), "label_at", (i, type) => TrainingValues.Array(TrainingValues.Column(i), type));

    private static string Plan(SpineRelation spine, JoinStrategy strategy) => TrainingPlanner.Plan(Join(spine), strategy);

    private static TrainingJoin Join(SpineRelation spine) => new()
    {
        Set = Set,
        Spine = spine,
        Features = TrainingColumns.Of(Set, Columns.Select(column => column.Name)),
        Ttls = [TrainingValues.Interval(TrainingValues.Ttl(0)), ""],
        PassesThrough = spine.Columns.Count == Columns.Length,
    };
}
