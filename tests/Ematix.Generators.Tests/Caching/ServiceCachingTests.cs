using Ematix.Testing;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace Ematix.Generators.Tests;

/// <summary>What an edit writes again of a service. Each test that finds nothing new has one beside it that must find something.</summary>
public sealed class ServiceCachingTests
{
    private static readonly GeneratorRun Before = Generated.From(Sources.FlightViews, Sources.FlightModel, Sources.Merchant);

    [Fact]
    public void An_edit_above_a_service_writes_nothing() =>
        After("Source1.cs", Sources.FlightModel.Replace("[FeatureService]", "// One more line.\n\npublic class Before;\n\n[FeatureService]")).AssertNothingIsNew();

    [Fact]
    public void An_edit_of_a_method_of_a_service_writes_nothing_new_once_it_is_there()
    {
        var with = After("Source1.cs", WithMethod("1"));
        with.Again(with.Input.WithFile("Source1.cs", WithMethod("2"))).AssertNothingIsNew();
    }

    [Fact]
    public void A_member_of_a_service_writes_that_service_and_no_view()
    {
        var after = After("Source1.cs", Sources.FlightModel.Replace("bool? IsLate", "int? IsLate"));

        Assert.Equal([Modified, Cached, Cached, Cached, Cached], after.Emissions.Order());
        Assert.Equal(["Shop.FlightModel.Row.g.cs", "Shop.FlightModel.g.cs"], Changed(after));
    }

    [Fact]
    public void A_feature_s_type_writes_its_view_and_leaves_the_service()
    {
        var after = After("Source0.cs", Sources.FlightViews.Replace("int? Delays", "long? Delays"));

        Assert.Equal([Modified, Cached, Cached, Cached, Cached], after.Emissions.Order());
        Assert.DoesNotContain(Changed(after), file => file.Contains("FlightModel", StringComparison.Ordinal));
    }

    [Fact]
    public void A_key_of_a_view_writes_the_services_that_join_it()
    {
        var after = After("Source0.cs", Sources.FlightViews.Replace("required string Carrier", "required long Carrier"));

        Assert.Contains("Shop.FlightModel.g.cs", Changed(after));
        Assert.Contains("long? Carrier", after.Files["Shop.FlightModel.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_view_that_no_service_joins_leaves_them() =>
        Assert.DoesNotContain(Changed(After("Source2.cs", Sources.Merchant.Replace("bool IsOpen", "int IsOpen"))), file => file.Contains("FlightModel", StringComparison.Ordinal));

    private static string WithMethod(string body) =>
        Sources.FlightModel.Replace("public CarrierDelays?", $"public static int Answer() => {body};\npublic CarrierDelays?");

    private static GeneratorRun After(string path, string source) => Before.Again(Before.Input.WithFile(path, source));

    private static IEnumerable<string> Changed(GeneratorRun after) => after.Files
        .Where(file => !Before.Files.TryGetValue(file.Key, out var text) || text != file.Value)
        .Select(file => file.Key)
        .Order(StringComparer.Ordinal);
}
