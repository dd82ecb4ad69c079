using Ematix.Model;

namespace Ematix.Generators.Tests;

/// <summary>The view of a declaration: as written where it is right, mended where it is wrong.</summary>
public sealed class ViewTests
{
    private const string Key = "[EntityKey] public long Id { get; init; } ";
    private const string Event = "[EventTimestamp] public DateTimeOffset At { get; init; } ";

    [Fact]
    public void Arguments_are_taken()
    {
        var declaration = Parsed.Type("Shop.UserFeatures", Sources.UserFeatures.Replace("Ttl =", "Schema = \"s\", Version = \"v2\", OnlineStore = OnlineStore.Table, Ttl ="));

        var view = declaration.View;
        Assert.Equal(("user_features", "s", "user_features_v2", "v2"), (view.Name, view.Schema, view.Table, view.Version));
        Assert.Equal((TimeSpan.FromDays(30), TimeSpan.FromHours(4)), (view.Ttl, view.FreshnessSla));
        Assert.Equal((true, OnlineStore.Table, "Per-user purchase aggregates", "growth-ml@example.com"), (view.Online, view.OnlineStore, view.Description, view.Owner));
        Assert.Equal(["Schema", "Version", "OnlineStore", "Ttl", "FreshnessSla", "Online", "Description", "Owner"], declaration.WrittenArguments);
        Assert.Equal(("30d", "4h"), (declaration.TtlText, declaration.FreshnessSlaText));
    }

    [Fact]
    public void Defaults_are_filled_in()
    {
        var view = Parsed.Type("HTTPLog", $"[FeatureView] public partial class HTTPLog {{ {Key} }}").View;
        Assert.Equal(("http_log", "features", "http_log_v1", "v1", SyncMode.Scd2), (view.Name, view.Schema, view.Table, view.Version, view.Mode));
        Assert.True(view is { Ttl: null, FreshnessSla: null, Online: false, Description: null, Owner: null });
    }

    [Fact]
    public void A_table_is_taken_to_the_letter() => Assert.Equal("The Table", Parsed.View(Key, "Table = \"The Table\", Version = \"v9\"").View.Table);

    [Fact]
    public void A_duration_that_does_not_parse_is_left_to_the_rules()
    {
        var declaration = Parsed.View(Key, "Ttl = \"soon\"");
        Assert.Equal(("soon", null), (declaration.TtlText, declaration.View.Ttl));
    }

    [Theory]
    [InlineData("[EventTimestamp] public DateTimeOffset At { get; init; }", "", true)]
    [InlineData("[EventTimestamp] public DateTimeOffset At { get; init; }", "Mode = SyncMode.Merge", true)]
    [InlineData("[EventTimestamp] public DateTimeOffset At { get; init; }", "Mode = SyncMode.Append", false)]
    [InlineData("[EventTimestamp] public DateTimeOffset At { get; init; }", "Mode = SyncMode.Truncate", false)]
    [InlineData("[EventTimestamp] public DateTimeOffset? At { get; init; }", "", true)]
    [InlineData("[EventTimestamp] public DateTime At { get; init; }", "", true)]
    [InlineData("[EventTimestamp] public DateTime? At { get; init; }", "", true)]
    [InlineData("[EventTimestamp] public long At { get; init; }", "", false)]
    [InlineData("[EventTimestamp] public DateTimeOffset[] At { get; init; }", "", false)]
    [InlineData("[EventTimestamp, EntityKey] public DateTimeOffset At { get; init; }", "", false)]
    [InlineData("[EventTimestamp] public DateTimeOffset At { get; }", "", false)]
    [InlineData("[EventTimestamp, NotAFeature] public DateTimeOffset At { get; init; }", "", false)]
    public void The_event_time_is_an_instant_that_is_never_null(string declaration, string arguments, bool isEventTime)
    {
        var view = Parsed.View(Key + declaration, arguments).View;

        Assert.Equal(isEventTime, view.EventTime is not null);
        if (isEventTime)
            Assert.True(view.EventTime is { Property: "At", Type.Kind: ColumnKind.Instant, IsNullable: false, IsKey: false });
    }

    [Fact]
    public void Of_two_event_times_the_first_counts()
    {
        var view = Parsed.View(Key + Event + "[EventTimestamp] public DateTimeOffset Later { get; init; }").View;
        Assert.Equal([("Id", false), ("At", true), ("Later", false)], view.Columns.Select(column => (column.Property, column.IsEventTime)));
    }

    [Theory]
    [InlineData("[EntityKey] public long B { get; init; } [EntityKey] public string? A { get; init; }", "B,A")]
    [InlineData("public long Id { get; init; } public long AId { get; init; }", "Id")]
    [InlineData("public long AId { get; init; } public long OtherId { get; init; }", "AId")]
    [InlineData("public long Count { get; init; } public Guid OtherId { get; init; }", "OtherId")]
    [InlineData("public double Id { get; init; } public long OtherId { get; init; }", "OtherId")]
    [InlineData("[EntityKey] public Uri? Id { get; init; } public string? Name { get; init; }", "Name")]
    [InlineData("[EntityKey] public double Id { get; init; }", "Id")]
    [InlineData("public double Value { get; init; }", "")]
    [InlineData(Event, "")]
    public void There_is_a_key_wherever_one_can_be_guessed(string members, string keys)
    {
        var view = Parsed.View(members).View;
        Assert.Equal(keys, string.Join(",", view.Keys.Select(key => key.Property)));
        Assert.All(view.Keys, key => Assert.False(key.IsNullable));
    }

    [Fact]
    public void What_cannot_be_planned_gets_a_stand_in()
    {
        var columns = Parsed.View(Key + "public decimal A { get; init; } [Numeric(5, 9)] public decimal B { get; init; } [Text(MaxLength = -1)] public string? C { get; init; } [Numeric(28, 28)] public decimal D { get; init; }").View.Columns;

        Assert.Equal(
            [
                new ColumnType(ColumnKind.Int64),
                new ColumnType(ColumnKind.Numeric) { Precision = 28, Scale = 6 },
                new ColumnType(ColumnKind.Numeric) { Precision = 28, Scale = 6 },
                new ColumnType(ColumnKind.Text),
                new ColumnType(ColumnKind.Numeric) { Precision = 28, Scale = 28 },
            ],
            columns.Select(column => column.Type));
    }

    [Fact]
    public void A_type_without_the_attribute_is_no_view() =>
        Assert.Null(CodeAnalysis.FeatureViewParser.Parse(Testing.UserProject.Of("public class A;").GetTypeByMetadataName("A")!, TestContext.Current.CancellationToken));
}
