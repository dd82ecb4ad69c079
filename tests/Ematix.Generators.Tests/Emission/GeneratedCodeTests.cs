using System.Runtime.CompilerServices;
using Ematix.Testing;

namespace Ematix.Generators.Tests;

/// <summary>What users see, whole: one file of one view in each test.</summary>
public sealed class GeneratedCodeTests
{
    private static readonly Snapshots Files = new(typeof(GeneratedCodeTests));

    [Fact]
    public void Members_of_an_event_time_view() =>
        Match(Generated.From(Sources.UserFeatures).Files["Shop.UserFeatures.g.cs"]);

    [Fact]
    public void Sql_of_an_event_time_view() =>
        Match(Generated.From(Sources.UserFeatures).Files["Shop.UserFeatures.Sql.g.cs"]);

    [Fact]
    public void Contract_of_an_event_time_view() =>
        Match(Generated.From(Sources.UserFeatures).Files["Shop.UserFeatures.Row.g.cs"]);

    [Fact]
    public void Members_of_a_merge_view() => Match(Generated.From("""
        namespace Shop;

        [FeatureView(Mode = SyncMode.Merge)]
        public partial class Product
        {
            [EntityKey] public string Sku { get; init; } = "";
            [Column(Description = "Units on hand")] public int Stock { get; init; }
        }
        """).Files["Shop.Product.g.cs"]);

    [Fact]
    public void Members_of_a_nested_record_with_keys_that_meet_parameters() => Match(Generated.From("""
        namespace Shop;

        public partial interface IReports
        {
            internal partial record struct Daily
            {
                [FeatureView]
                internal partial record Load
                {
                    [EntityKey] public required string Store { get; init; }
                    [EntityKey] public required int Ttl { get; init; }
                    [EntityKey] public required DayOfWeek @class { get; init; }
                    public decimal[]? Ignored => null;
                    public double Value { get; init; }
                }
            }
        }
        """).Files["Shop.IReports+Daily+Load.g.cs"]);

    [Fact]
    public void Contract_of_a_nested_record_with_keys_that_meet_parameters() => Match(Generated.From("""
        namespace Shop;

        public partial interface IReports
        {
            internal partial record struct Daily
            {
                [FeatureView]
                internal partial record Load
                {
                    [EntityKey] public required string Store { get; init; }
                    [EntityKey] public required int Ttl { get; init; }
                    [EntityKey] public required DayOfWeek @class { get; init; }
                    public double Value { get; init; }
                }
            }
        }
        """).Files["Shop.IReports+Daily+Load.Row.g.cs"]);

    [Fact]
    public void Contract_of_every_type() =>
        Match(Generated.From(Sources.EveryType).Files["Shop.Everything.Row.g.cs"]);

    [Fact]
    public void Sql_of_hostile_names() => Match(Generated.From(""""
        [FeatureView(Schema = "a\"\"\"b", Table = "*/ \\ {0} ]]> \n -- <x>", Mode = SyncMode.Append, Description = "</summary> */ \"\"\" & \u2028 ]]>")]
        public partial class Hostile
        {
            [EntityKey, Column("it's; DROP TABLE x")] public long Id { get; init; }
            [Column("\"\"\"", Description = "</summary>\r\npublic int X; // & <")] public long? Quotes { get; init; }
        }
        """").Files["Hostile.Sql.g.cs"]);

    [Fact]
    public void Contract_of_a_view_that_is_refused() => Match(Generated.From("""
        [FeatureView]
        public partial class Refused
        {
            [EntityKey] public long Id { get; init; }
            [EventTimestamp] public DateTime At { get; init; }
        }
        """).Files["Refused.Row.g.cs"]);

    [Fact]
    public void Members_of_a_service() =>
        Match(Generated.From(Sources.FlightViews, Sources.FlightModel).Files["Shop.FlightModel.g.cs"]);

    [Fact]
    public void Contract_of_a_service() =>
        Match(Generated.From(Sources.FlightViews, Sources.FlightModel).Files["Shop.FlightModel.Row.g.cs"]);

    [Fact]
    public void Contract_of_a_service_that_is_refused() =>
        Match(Generated.From(Sources.FlightViews, Sources.FlightModel.Replace("\"origin\"", "\"cabin\"")).Files["Shop.FlightModel.Row.g.cs"]);

    [Fact]
    public void Registry() =>
        Match(Generated.From(UserProject.Of(Sources.UserFeatures, Sources.Merchant), rootNamespace: "My-Shop.2nd").Files["FeatureViews.g.cs"]);

    // A release changes the version in every file and nothing else.
    private static void Match(string text, [CallerMemberName] string test = "") =>
        Files.Match(text.Replace($"\"{typeof(FeatureViewGenerator).Assembly.GetName().Version!.ToString(3)}\"", "\"(version)\""), test);
}
