using Ematix.Model;

namespace Ematix.Generators.Tests;

/// <summary>Which properties are columns, and what is recorded of them.</summary>
public sealed class PropertyTests
{
    [Theory]
    [InlineData("public long X { get; set; }", true)]
    [InlineData("public long X { get; init; }", true)]
    [InlineData("public long X { get; private set; }", true)]
    [InlineData("public required long X { get; init; }", true)]
    [InlineData("public virtual long X { get; init; }", true)]
    [InlineData("public long X { get; }", false)]
    [InlineData("public long X => 1;", false)]
    [InlineData("public long X { set { } }", false)]
    [InlineData("[NotAFeature] public long X { get; set; }", false)]
    public void Settable_public_ones_are_columns(string declaration, bool isColumn) =>
        Assert.Equal(isColumn, Parsed.Property(declaration).IsColumn);

    [Theory]
    [InlineData("internal long X { get; set; }")]
    [InlineData("private long X { get; set; }")]
    [InlineData("public static long X { get; set; }")]
    [InlineData("public long this[int i] { get => 1; set { } }")]
    [InlineData("public long X;")]
    public void Others_are_no_concern(string declaration) =>
        Assert.Equal(["Id"], Parsed.View("[EntityKey] public long Id { get; init; } " + declaration).Properties.Select(property => property.Name));

    [Theory]
    [InlineData("[Column] public long X { get; }")]
    [InlineData("[Column] private long X { get; set; }")]
    [InlineData("[Numeric(1, 0)] public static decimal X { get; set; }")]
    [InlineData("[EventTimestamp] internal DateTimeOffset X { get; set; }")]
    public void Tagged_ones_that_cannot_be_set_are_kept_for_the_rules(string declaration)
    {
        var property = Parsed.Property(declaration);
        Assert.True(property is { IsTagged: true, IsSettable: false, IsColumn: false });
    }

    [Fact]
    public void Inherited_ones_and_explicit_implementations_are_no_columns()
    {
        var view = Parsed.Type(
            "A",
            "public class B { public long Inherited { get; set; } } public interface I { long Y { get; set; } } [FeatureView] public partial class A : B, I { public long X { get; set; } long I.Y { get; set; } }");
        Assert.Equal(["X"], view.Properties.Select(property => property.Name));
    }

    [Fact]
    public void What_attributes_say_is_recorded()
    {
        var property = Parsed.Property("[EntityKey, Column(\"the_x\", RenamedFrom = \"old_x\", Description = \"What\\r\\nit is\")] public required long X { get; init; }");

        Assert.Equal(("the_x", "old_x", "What\nit is"), (property.Column, property.RenamedFrom, property.Description));
        Assert.True(property is { IsKey: true, IsTagged: true, IsRequired: true, HasNumeric: false, IsEventTime: false });
        Assert.Equal("x", Parsed.Property("[Column(Description = \"y\")] public long X { get; init; }").Column);
    }

    [Fact]
    public void Parts_are_numbered_from_the_first_that_declares_a_column()
    {
        var view = Parsed.Type(
            "A",
            "[FeatureView] public partial class A { public long Computed => 1; }",
            "public partial class A { [EntityKey] public long Id { get; init; } }",
            "public partial class A { public long X { get; init; } } public partial class A { public long Y { get; init; } }");

        Assert.Equal([("Id", 0), ("X", 1), ("Y", 2)], view.Properties.Where(property => property.IsColumn).Select(property => (property.Name, property.Part)));
        Assert.NotEqual(0, view.Properties.Single(property => property.Name == "Computed").Part);
    }

    [Fact]
    public void Code_in_the_making_parses()
    {
        var view = Parsed.View("[EntityKey(1)] public long { get; init; } [Numeric(, )] public decimal X { get; init; } [Column(Description = )] public int Y { get; init; } public", "Ttl = , Mode = (SyncMode)77, Schema = null!");

        Assert.Equal(SyncMode.Scd2, view.View.Mode);
        Assert.Equal("features", view.View.Schema);
        Assert.Equal(new ColumnType(ColumnKind.Int32), view.Properties.Single(property => property.Name == "Y").ColumnType);
    }
}
