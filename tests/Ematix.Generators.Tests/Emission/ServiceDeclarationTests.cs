using Ematix.Testing;

namespace Ematix.Generators.Tests;

/// <summary>Ways to declare a feature service: each must compile with what is generated for it, without a warning.</summary>
public sealed class ServiceDeclarationTests
{
    private const string View = "namespace Shop { [FeatureView] public partial class V { [EntityKey] public long Id { get; init; } public int? X { get; init; } } }";

    public static TheoryData<string> Declarations =>
    [
        "namespace @namespace.@event; [FeatureService] public partial class @class { public Shop.V? @new { get; init; } [SpineColumn] public int? @await { get; init; } [SpineColumn(\"id\")] public long? @record { get; init; } }",
        "namespace Größe; [FeatureService] public partial record Ünïcode { [Join(\"schlüssel; --\")] public Shop.V? 变量 { get; init; } [SpineColumn(\"\\\"\\n{0} */\")] public string? Größe { get; init; } }",
        "namespace Shop; public partial class A { public partial record struct B { internal partial interface C { [FeatureService] internal sealed partial class D { public V? V { get; init; } } } } }",
        "namespace Shop; [FeatureService] public partial class A { private A() { } public required V? V { get; set; } [SpineColumn] public required string Name { get; init; } [SpineColumn] public long Id { get; private set; } }",
        "namespace Shop; [FeatureService] public partial class A { [Join(\"spine_row\")] public V? V { get; init; } [Join(\"as of\")] public V? W { get; init; } [Join(\"24h\")] public V? X { get; init; } [Join(\"!\")] public V? Y { get; init; } [Join(\"?\")] public V? Z { get; init; } }",
        "namespace Shop; [FeatureService] public partial class A { public V? V { get; init; } [SpineColumn] public long? Clone { get; init; } [SpineColumn] public long? EqualityContract { get; init; } [SpineColumn] public string? PrintMembers { get; init; } [SpineColumn] public int? System { get; init; } }",
        "namespace Shop; [FeatureService] public partial class A { public V? V { get; init; } [SpineColumn] public DateTimeOffset? AsOf { get; init; } }",
        "namespace Shop; [FeatureService] public partial class A { public V? V { get; init; } [SpineColumn] public DateTimeOffset AsOf { get; init; } }",
        "namespace Shop; [FeatureService] public partial class A { public V? V { get; init; } [System.Obsolete(\"old\"), SpineColumn] public long? Old { get; init; } }",
        "namespace Shop; [FeatureService] public partial class A { public V? V { get; init; } } [FeatureService] public partial class B : A { public V? W { get; init; } }",
        "#nullable disable\nnamespace Shop; [FeatureService] public partial class A { public V V { get; init; } [SpineColumn] public string Name { get; init; } }",
        "namespace Shop; public enum Tier { Free, Paid } public enum EnumNames { X } [FeatureView] public partial class T { [EntityKey] public Tier Tier { get; init; } [EntityKey] public EnumNames Names { get; init; } public int? X { get; init; } } [FeatureService] public partial class A { public T? T { get; init; } [SpineColumn] public Tier? Tier { get; init; } [SpineColumn] public EnumNames Other { get; init; } }",
        "namespace Shop; [FeatureService] public partial class A { public V? V { get; init; } [SpineColumn] public bool? B { get; init; } [SpineColumn] public short? S { get; init; } [SpineColumn] public float? F { get; init; } [SpineColumn] public double? D { get; init; } [SpineColumn, Numeric(9, 2)] public decimal? N { get; init; } [SpineColumn] public DateOnly? Date { get; init; } [SpineColumn] public TimeOnly? Time { get; init; } [SpineColumn] public TimeSpan? Span { get; init; } [SpineColumn] public Guid? Guid { get; init; } [SpineColumn] public byte[]? Bytes { get; init; } }",
        "namespace Shop; [FeatureService] public partial class A { public V? V { get; init; } } public partial class A { public int Computed => 1; public static int Count { get; set; } public V? this[int i] { get => null; set { } } }",
        "namespace Shop; [FeatureService] public partial class System { public V? V { get; init; } [SpineColumn] public int? Ematix { get; init; } }",
    ];

    [Theory]
    [MemberData(nameof(Declarations))]
    public void It_compiles(string source) =>
        Assert.Contains(Generated.From(View, source).Files.Values, file => file.Contains("SpineRow", StringComparison.Ordinal));

    [Theory]
    [InlineData("[FeatureService] public class A { public Shop.V? V { get; init; } }")]
    [InlineData("public class O { [FeatureService] public partial class A { public Shop.V? V { get; init; } } }")]
    [InlineData("[FeatureService] public partial class A<T> { public Shop.V? V { get; init; } }")]
    [InlineData("[FeatureService] public static partial class A { }")]
    [InlineData("[FeatureService] public abstract partial class A { public Shop.V? V { get; init; } }")]
    [InlineData("[FeatureService] file partial class A { public Shop.V? V { get; init; } }")]
    [InlineData("public partial class O { [FeatureService] private partial class A { public Shop.V? V { get; init; } } }")]
    public void Nothing_is_generated_where_no_part_can_stand_beside_the_users(string source) =>
        Assert.DoesNotContain(Generated.From(View, source).Files.Keys, file => file.Contains('A', StringComparison.Ordinal));

    [Fact]
    public void A_view_of_another_assembly_is_joined_as_it_is_there_at_run_time()
    {
        var library = Generated.From(View).Output.WithAssemblyName("Library");
        var project = UserProject.Of("[FeatureService] public partial class A { public Shop.V? V { get; init; } }").AddReferences(library.ToMetadataReference());
        var run = Generated.From(project);

        Assert.Contains("ServiceOperations.View<global::Shop.V>(\"v\", [\"id\"], null)", run.Files["A.Row.g.cs"], StringComparison.Ordinal);
        Assert.Equal(["A.Row.g.cs", "A.g.cs"], run.Files.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_service_never_meets_a_file_of_a_view()
    {
        var run = Generated.From(
            "[FeatureView] public partial class Item { [EntityKey] public long Id { get; init; } public int? X { get; init; } }",
            "[FeatureService] public partial class ITEM { public Item? X { get; init; } } namespace Item1 { [FeatureService] public partial class Row { public Item? X { get; init; } } }");
        Assert.Equal(run.Files.Count, run.Files.Keys.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }
}
