using System.Globalization;
using Ematix.Model;
using Ematix.Rules;

namespace Ematix.Analyzers.Tests;

/// <summary>The rules about loads as the runtime asks them: every value is known.</summary>
public sealed class LoadRuleTests
{
    private static readonly DateTimeOffset Start = new(1999, 12, 31, 23, 59, 59, TimeSpan.FromHours(2));

    [Fact]
    public void FeatureSet_and_UpdateColumns_together_break_one_rule_that_says_so_in_any_culture()
    {
        CultureInfo.CurrentCulture = new CultureInfo("tr-TR");
        var violation = Assert.Single(RuleCatalog.CheckLoad(View(SyncMode.Merge), new() { FeatureSet = Named("total"), UpdateColumns = Named("total") }));
        Assert.Equal("EMX2004", violation.Rule.Id);
        Assert.Equal(
            "The load of 'features.user_features.v1' sets both FeatureSet and UpdateColumns, which exclude each other: keep FeatureSet in mode Scd2, UpdateColumns in mode Merge",
            violation.Message);
    }

    [Theory]
    [InlineData(SyncMode.Scd2)]
    [InlineData(SyncMode.Append)]
    [InlineData(SyncMode.Merge)]
    [InlineData(SyncMode.Truncate)]
    public void No_option_breaks_none(SyncMode mode)
    {
        Assert.Empty(RuleCatalog.CheckLoad(View(mode), LoadOptionsModel.Default));
        Assert.Empty(RuleCatalog.CheckLoad(Events(mode), LoadOptionsModel.Default));
    }

    [Fact]
    public void Every_way_to_narrow_a_load_is_fine_in_its_mode()
    {
        Check(View(SyncMode.Merge), new() { UpdateColumns = Named("total"), HandleDeletes = HandleDeletes.Hard });
        Check(View(SyncMode.Scd2), new() { FeatureSet = Named("total", "active"), CompareColumns = Named("total") });
        Check(Events(SyncMode.Scd2), new() { CompareColumns = Named("seen_at"), LateArrivals = LateArrivals.Skip, IncrementalColumn = "id" });
    }

    [Theory]
    [InlineData(-1, "EMX2006")]
    [InlineData(0, "EMX2006")]
    [InlineData(9, "EMX2006")]
    [InlineData(10, null)]
    public void A_window_must_hold_a_microsecond(long ticks, string? id)
    {
        var options = Window(Start, Start.AddTicks(ticks));
        Check(Events(SyncMode.Scd2), options, id);
        Check(Events(SyncMode.Merge), options, id);
        Check(View(SyncMode.Scd2), options, "EMX2005");
    }

    [Fact]
    public void Its_bounds_are_floored_before_they_are_compared()
    {
        Check(Events(SyncMode.Scd2), Window(Start.AddTicks(9), Start.AddTicks(10)));
        Check(Events(SyncMode.Scd2), Window(Start.AddTicks(1), Start.AddTicks(9)), "EMX2006");
        Assert.Contains(
            "starts at 1999-12-31T21:59:59.000000Z and ends at 1999-12-31T21:59:58.999999Z,",
            Assert.Single(RuleCatalog.CheckLoad(Events(SyncMode.Scd2), Window(Start, Start.AddTicks(-1)))).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "EMX2010")]
    [InlineData(-10, "EMX2010")]
    [InlineData(11, "EMX2010")]
    [InlineData(10, null)]
    [InlineData(long.MinValue, "EMX2010")]
    public void Durations_are_positive_whole_microseconds(long ticks, string? id)
    {
        Check(View(SyncMode.Scd2), new() { Ttl = new TimeSpan(ticks) }, id);
        Check(View(SyncMode.Scd2), new() { IncrementalColumn = "id", Lookback = new TimeSpan(ticks) }, id);
    }

    [Fact]
    public void Every_feature_without_value_is_named_once() => Assert.Contains(
        "leaves 'Active', 'StoredAt' without a value",
        Assert.Single(RuleCatalog.CheckLoad(Events(SyncMode.Scd2), new() { FeatureSet = Named("total") })).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Another_event_time_takes_the_place_of_the_view_s()
    {
        var options = new LoadOptionsModel { EventTimestamp = "stored_at" };
        Check(Events(SyncMode.Scd2), options with { FeatureSet = Named("active") }, "EMX2012");
        Check(Events(SyncMode.Scd2), options with { FeatureSet = Named("active", "seen_at") });
        Check(Events(SyncMode.Scd2), options with { CompareColumns = Named("total", "seen_at") }, "EMX2011");
        Check(Events(SyncMode.Scd2), options with { CompareColumns = Named("total", "stored_at") });
    }

    [Fact]
    public void Several_mistakes_are_several_errors() => Check(
        Events(SyncMode.Scd2),
        new() { CompareColumns = Named("user_id"), UpdateColumns = Named("total"), IncrementalColumn = " ", HandleDeletes = HandleDeletes.Hard, Ttl = TimeSpan.Zero },
        "EMX2007", "EMX2009", "EMX2010", "EMX2011", "EMX2014", "EMX2016");

    [Theory]
    [InlineData(SyncMode.Scd2, false, HandleDeletes.Hard, "use HandleDeletes.Soft")]
    [InlineData(SyncMode.Scd2, true, HandleDeletes.Hard, "take HandleDeletes away")]
    [InlineData(SyncMode.Merge, true, HandleDeletes.Soft, "use HandleDeletes.Hard")]
    [InlineData(SyncMode.Append, false, HandleDeletes.Soft, "take HandleDeletes away")]
    public void The_remedy_is_one_that_works(SyncMode mode, bool hasEventTime, HandleDeletes deletes, string remedy)
    {
        var view = hasEventTime ? Events(mode) : View(mode);
        Assert.EndsWith(": " + remedy, Assert.Single(RuleCatalog.CheckLoad(view, new() { HandleDeletes = deletes })).Message, StringComparison.Ordinal);
    }

    private static void Check(FeatureViewModel view, LoadOptionsModel options, params string?[] ids) =>
        Assert.Equal(ids.OfType<string>(), RuleCatalog.CheckLoad(view, options).Select(violation => violation.Rule.Id).Order(StringComparer.Ordinal));

    private static ColumnSelection Named(params string[] columns) => new(columns.ToEquatableArray(), IsComplete: true);

    private static LoadOptionsModel Window(DateTimeOffset from, DateTimeOffset to) => new() { HasBackfillWindow = true, BackfillWindow = new(from, to) };

    private static FeatureViewModel View(SyncMode mode, params FeatureModel[] more) => new()
    {
        Name = "user_features",
        Schema = "features",
        Table = "user_features_v1",
        Version = "v1",
        Mode = mode,
        Columns = new FeatureModel[]
        {
            new() { Property = "UserId", Column = "user_id", Type = new ColumnType(ColumnKind.Int64), IsKey = true },
            new() { Property = "Total", Column = "total", Type = new ColumnType(ColumnKind.Int64), IsNullable = true },
            new() { Property = "Active", Column = "active", Type = new ColumnType(ColumnKind.Boolean) },
        }.Concat(more).ToEquatableArray(),
    };

    private static FeatureViewModel Events(SyncMode mode) => View(
        mode,
        new() { Property = "SeenAt", Column = "seen_at", Type = new ColumnType(ColumnKind.Instant), IsEventTime = true },
        new() { Property = "StoredAt", Column = "stored_at", Type = new ColumnType(ColumnKind.Instant) });
}
