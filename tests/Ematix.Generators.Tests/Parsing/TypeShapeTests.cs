using Ematix.CodeAnalysis;
using Ematix.Model;
using Ematix.Testing;
using Microsoft.CodeAnalysis.CSharp;

namespace Ematix.Generators.Tests;

/// <summary>What is recorded of a view's type.</summary>
public sealed class TypeShapeTests
{
    [Theory]
    [InlineData("[FeatureView] public partial class A { }", true)]
    [InlineData("[FeatureView] public class A { }", false)]
    [InlineData("[FeatureView] partial record A { } partial record A { }", true)]
    [InlineData("[FeatureView] partial class A { } class A { }", false)]
    public void Partial_is_what_every_part_says(string source, bool isPartial) => Assert.Equal(isPartial, Shape("A", source).IsPartial);

    [Fact]
    public void Containing_types_are_listed_from_the_outside()
    {
        var shape = Shape("N.A+B+C+D", "namespace N; public partial interface A { partial record struct B { record C { [FeatureView] public partial record class D { } } } }");

        Assert.Equal("N", shape.Namespace);
        Assert.Equal([new("interface", "A", true), new("record struct", "B", true), new("record", "C", false)], shape.ContainingTypes);
        Assert.Equal(("record", "D", false), (shape.Keyword, shape.Name, shape.CanHaveGeneratedPart));
    }

    [Theory]
    [InlineData("[FeatureView] public partial class A { }", true, true)]
    [InlineData("[FeatureView] internal partial class A { }", true, false)]
    [InlineData("public partial class O { [FeatureView] protected internal partial class A { } }", true, false)]
    [InlineData("public partial class O { [FeatureView] partial class A { } }", false, false)]
    [InlineData("public partial class O { [FeatureView] protected partial class A { } }", false, false)]
    [InlineData("public partial class O { [FeatureView] private protected partial class A { } }", false, false)]
    [InlineData("internal partial class O { [FeatureView] public partial class A { } }", true, false)]
    public void Accessibility_counts_the_types_around(string source, bool isAccessible, bool isPublic)
    {
        var shape = Shape(source.Contains(" O ", StringComparison.Ordinal) ? "O+A" : "A", source);
        Assert.Equal((isAccessible, isPublic), (shape.IsAccessible, shape.IsPublic));
    }

    [Fact]
    public void Kinds_that_cannot_be_views_are_told_apart()
    {
        Assert.True(Shape("A`1", "[FeatureView] public partial class A<T> { }").IsGeneric);
        Assert.True(Shape("O`1+A", "public partial class O<T> { [FeatureView] public partial class A { } }").IsGeneric);
        Assert.True(Shape("A", "[FeatureView] public static partial class A { }") is { IsStatic: true, IsAbstract: false });
        Assert.True(Shape("A", "[FeatureView] public abstract partial class A { }") is { IsStatic: false, IsAbstract: true });
        Assert.Equal("struct", Shape("A", "[FeatureView] public partial struct A { }").Keyword);
        Assert.Equal("record struct", Shape("A", "[FeatureView] public partial record struct A { }").Keyword);
    }

    [Theory]
    [InlineData("[FeatureView] public partial class A { }", true, false)]
    [InlineData("[FeatureView] public partial class A { private A() { } }", true, false)]
    [InlineData("[FeatureView] public partial class A { public A(int x = 1) { } }", false, false)]
    [InlineData("[FeatureView] public partial class A(int x) { public int X => x; }", false, false)]
    [InlineData("[FeatureView] public partial record A(int X);", false, true)]
    [InlineData("[FeatureView] public partial record A();", true, false)]
    [InlineData("[FeatureView] public partial record A(int X) { public A() : this(1) { } }", true, true)]
    public void Construction_is_recorded(string source, bool hasConstructor, bool isPositional)
    {
        var shape = Shape("A", source);
        Assert.Equal((hasConstructor, isPositional), (shape.HasParameterlessConstructor, shape.IsPositional));
    }

    [Fact]
    public void Required_members_that_are_no_properties_of_the_type_are_listed()
    {
        const string Base = "public class B { public required int Inherited { get; init; } public required int Field; public virtual required int Own { get; init; } }";

        Assert.Equal(["F", "Inherited", "Field"], Shape("A", $"{Base} [FeatureView] public partial class A : B {{ public required int F; public override required int Own {{ get; init; }} }}").RequiredOthers);
        Assert.Empty(Shape("A", $"{Base} [FeatureView] public partial class A : B {{ [System.Diagnostics.CodeAnalysis.SetsRequiredMembers] public A() {{ }} }}").RequiredOthers);
    }

    [Fact]
    public void Members_are_the_users_and_not_what_was_generated()
    {
        var run = Generated.From(Sources.UserFeatures.Replace("public long?", "private int _field; public int Method() => _field++; public class Nested; public long?"));
        var shape = FeatureViewParser.Parse(run.Output.GetTypeByMetadataName("Shop.UserFeatures")!, TestContext.Current.CancellationToken)!.Type;

        Assert.Equal(["UserId", "_field", "Method", "Nested", "TotalPurchases", "AvgOrderValue", "LastPurchaseAt"], shape.MemberNames);
    }

    [Fact]
    public void What_was_generated_changes_nothing_that_an_analyzer_reads()
    {
        var run = Generated.From(Sources.EveryType, Sources.Merchant);
        Assert.Equal(Parse(run.Input, "Shop.Everything"), Parse(run.Output, "Shop.Everything"));
        Assert.Equal(Parse(run.Input, "Shop.Merchant"), Parse(run.Output, "Shop.Merchant"));
    }

    [Fact]
    public void A_view_of_a_reference_is_the_same_view()
    {
        var run = Generated.From(Sources.EveryType, Sources.UserFeatures);
        var user = CSharpCompilation.Create("User", references: [.. UserProject.References, run.Output.ToMetadataReference()]);
        using var image = new MemoryStream();
        Assert.True(run.Output.Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success);
        var binary = CSharpCompilation.Create("User", references: [.. UserProject.References, Microsoft.CodeAnalysis.MetadataReference.CreateFromImage(image.ToArray())]);

        foreach (string name in (IEnumerable<string>)["Shop.Everything", "Shop.UserFeatures"])
        {
            Assert.Equal(Parse(run.Input, name)!.View, Parse(user, name)!.View);
            Assert.Equal(Parse(run.Input, name)!.View, Parse(binary, name)!.View);
        }
    }

    private static TypeShape Shape(string name, string source) => Parsed.Type(name, source).Type;

    private static ViewDeclaration? Parse(CSharpCompilation project, string name) =>
        FeatureViewParser.Parse(project.GetTypeByMetadataName(name)!, TestContext.Current.CancellationToken);
}
