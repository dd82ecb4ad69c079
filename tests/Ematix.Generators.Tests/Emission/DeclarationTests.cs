using Ematix.Testing;

namespace Ematix.Generators.Tests;

/// <summary>Ways to declare a view: each must compile with what is generated for it, without a warning.</summary>
public sealed class DeclarationTests
{
    public static TheoryData<string> Declarations =>
    [
        "namespace @namespace.@event; [FeatureView] public partial class @class { [EntityKey] public long @new { get; init; } public string? @await { get; init; } }",
        "namespace Shop; [FeatureView] public partial class @record { [EntityKey] public long @field { get; init; } public int? @value { get; init; } }",
        "namespace Größe; [FeatureView] public partial class Ünïcode { [EntityKey] public string Schlüssel { get; init; } = \"\"; public double? 变量 { get; init; } }",
        "namespace Shop; public partial class A { public partial record B { public partial struct C { [FeatureView] public partial record D { [EntityKey] public long Id { get; init; } } } } }",
        "namespace Shop; public partial record struct A { internal partial interface B { [FeatureView] internal sealed partial class C { [EntityKey] public long Id { get; init; } } } }",
        "namespace Shop { namespace Deep { [FeatureView] partial class A { [EntityKey] public long Id { get; set; } } } }",
        "[FeatureView] public sealed partial record A { [EntityKey] public required Guid Id { get; init; } public required string? Name { get; init; } }",
        "[FeatureView] public partial class A { private A() { } public A(int x) => Id = x; [EntityKey] public long Id { get; private set; } }",
        "[FeatureView] public partial class A { [EntityKey] public long Id { get; init; } public long Twice => Id * 2; public static long Count { get; set; } public long this[int i] { get => i; set { } } [NotAFeature] public object? Tag { get; set; } }",
        "[FeatureView] public partial class A { [EntityKey] public long Id { get; init; } [System.Obsolete(\"old\")] public long? Old { get; init; } }",
        "[System.Obsolete(\"old\")] [FeatureView] public partial class A { [EntityKey] public long Id { get; init; } }",
        "[FeatureView] public partial class A { [EntityKey] public long Id { get; init; } } [FeatureView] public partial class B : A { [EntityKey] public long Other { get; init; } public long? More { get; init; } }",
        "public interface IHas { long Id { get; } } [FeatureView] public partial class A : IHas { [EntityKey] public long Id { get; init; } long IHas.Id => Id; }",
        "public class Base { public string Key { get; set; } = \"\"; public string? Columns { get; set; } } [FeatureView] public partial class A : Base { [EntityKey] public long Id { get; init; } [EntityKey] public string Part { get; init; } = \"\"; }",
        "public abstract class Base { public abstract long Id { get; init; } } [FeatureView] public partial class A : Base { [EntityKey] public override long Id { get; init; } }",
        "#nullable disable\n[FeatureView] public partial class A { [EntityKey] public long Id { get; init; } public string Name { get; init; } public string[] Tags { get; init; } }",
        "[FeatureView] public partial class A { [System.Diagnostics.CodeAnalysis.SetsRequiredMembers] public A() { } public required int Field; [EntityKey] public long Id { get; init; } }",
        "public enum Empty { } [System.Flags] public enum Bits : ulong { None = 0, @int = 1UL << 63 } [FeatureView] public partial class A { [EntityKey] public Bits Id { get; init; } public Empty? E { get; init; } public EnumNames EnumNames { get; init; } } public enum EnumNames { X }",
        "[FeatureView] public partial class A { [EntityKey] public long Id { get; init; } [EntityKey] public long ID { get; init; } [EntityKey] public long Ttl { get; init; } [EntityKey] public long TtlKey { get; init; } [EntityKey] public long _ { get; init; } }",
        "[FeatureView] public partial class A { [EntityKey] public long Id { get; init; } public long? Equals_ { get; init; } public long? ToString_ { get; init; } public long? Row { get; init; } public long? Writer { get; init; } public long? Binder { get; init; } public long? Definition { get; init; } public long? Plans { get; init; } }",
        "[FeatureView(Mode = SyncMode.Append)] public partial class A { [EntityKey] public long Id { get; init; } }",
        "[FeatureView(Mode = SyncMode.Truncate)] public partial class A { [EntityKey] public long Id { get; init; } }",
        "[FeatureView(Online = true, OnlineStore = OnlineStore.Table)] public partial class A { [EntityKey] public long Id { get; init; } }",
        "[FeatureView] public partial class A { [EntityKey] public long Id { get; init; } } public partial class A { public void Method() { } } public partial class A { public long Computed => 1; }",
        "namespace Shop; [FeatureView] public partial class System { [EntityKey] public long Id { get; init; } public long? Ematix { get; init; } }",
    ];

    [Theory]
    [MemberData(nameof(Declarations))]
    public void Compiles(string source)
    {
        var run = Generated.From(source);
        Assert.Contains("FeatureViews.g.cs", run.Files.Keys);
        Assert.Contains(run.Files.Keys, name => name.EndsWith(".Row.g.cs", StringComparison.Ordinal));
    }

    [Fact]
    public void An_attribute_on_two_parts_generates_once()
    {
        var project = UserProject.Of(
            "[FeatureView] public partial class A { [EntityKey] public long Id { get; init; } }",
            "[FeatureView(Owner = \"two\")] public partial class A;");

        var run = GeneratorRun.First(new FeatureViewGenerator(), project);

        Assert.Equal(4, run.Files.Count);
        Assert.All(run.Output.Problems(), problem => Assert.Contains("CS0579", problem, StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_is_generated_without_views() => Assert.Empty(Generated.From("public class A;").Files);

    [Theory]
    [InlineData("[FeatureView] public class A { [EntityKey] public long Id { get; init; } }")]
    [InlineData("public class O { [FeatureView] public partial class A { [EntityKey] public long Id { get; init; } } }")]
    [InlineData("[FeatureView] public partial class A<T> { [EntityKey] public long Id { get; init; } }")]
    [InlineData("public partial class O<T> { [FeatureView] public partial class A { [EntityKey] public long Id { get; init; } } }")]
    [InlineData("[FeatureView] public static partial class A { }")]
    [InlineData("[FeatureView] public abstract partial class A { [EntityKey] public long Id { get; init; } }")]
    [InlineData("[FeatureView] file partial class A { [EntityKey] public long Id { get; init; } }")]
    [InlineData("public partial class O { [FeatureView] private partial class A { [EntityKey] public long Id { get; init; } } }")]
    [InlineData("public partial class O { [FeatureView] private protected partial class A { [EntityKey] public long Id { get; init; } } }")]
    [InlineData("public partial class O { protected partial class P { [FeatureView] public partial class A { [EntityKey] public long Id { get; init; } } } }")]
    public void Nothing_is_generated_where_no_part_can_stand_beside_the_users(string source)
    {
        var run = Generated.From(source, Sources.Merchant);

        Assert.Equal(["FeatureViews.g.cs", "Shop.Merchant.Row.g.cs", "Shop.Merchant.Sql.g.cs", "Shop.Merchant.g.cs"], run.Files.Keys.Order(StringComparer.Ordinal));
    }
}
