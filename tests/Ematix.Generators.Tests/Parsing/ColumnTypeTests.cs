using Ematix.Model;
using static Ematix.Model.ColumnKind;

namespace Ematix.Generators.Tests;

/// <summary>The type map, from C# on.</summary>
public sealed class ColumnTypeTests
{
    public static TheoryData<string, ColumnKind, string> Scalars => new()
    {
        { "bool", ColumnKind.Boolean, "bool" },
        { "short", ColumnKind.Int16, "short" },
        { "int", ColumnKind.Int32, "int" },
        { "long", ColumnKind.Int64, "long" },
        { "float", ColumnKind.Single, "float" },
        { "double", ColumnKind.Double, "double" },
        { "decimal", Numeric, "decimal" },
        { "string", Text, "string" },
        { "DateTimeOffset", Instant, "global::System.DateTimeOffset" },
        { "DateOnly", Date, "global::System.DateOnly" },
        { "TimeOnly", Time, "global::System.TimeOnly" },
        { "TimeSpan", Interval, "global::System.TimeSpan" },
        { "Guid", Uuid, "global::System.Guid" },
        { "byte[]", Bytes, "byte[]" },
        { "DayOfWeek", ColumnKind.Enum, "global::System.DayOfWeek" },
    };

    [Theory]
    [MemberData(nameof(Scalars))]
    public void Every_form_of_every_type(string type, ColumnKind kind, string code)
    {
        AssertForm(type, code, kind, isNullable: false);
        AssertForm($"{type}?", $"{code}?", kind, isNullable: true);
        AssertForm($"{type}[]", $"{code}[]", kind, isNullable: false, isArray: true);
        AssertForm($"{type}[]?", $"{code}[]?", kind, isNullable: true, isArray: true);
        AssertForm($"{type}?[]", $"{code}?[]", kind, isNullable: false, isArray: true, hasNullableElements: true);
        AssertForm($"{type}?[]?", $"{code}?[]?", kind, isNullable: true, isArray: true, hasNullableElements: true);
    }

    [Theory]
    [InlineData("public JsonElement X { get; init; }", "global::System.Text.Json.JsonElement", false)]
    [InlineData("public JsonElement? X { get; init; }", "global::System.Text.Json.JsonElement?", true)]
    [InlineData("[Json] public string X { get; init; }", "string", false)]
    [InlineData("[Json] public string? X { get; init; }", "string?", true)]
    public void Json(string declaration, string code, bool isNullable)
    {
        var property = Parsed.Property(declaration);
        Assert.Equal((new ColumnType(ColumnKind.Json), code, isNullable), (property.ColumnType, property.ClrType, property.IsNullable));
    }

    [Theory]
    [InlineData("public DateTime X { get; init; }", "DateTime")]
    [InlineData("public DateTime? X { get; init; }", "DateTime?")]
    [InlineData("public byte X { get; init; }", "byte")]
    [InlineData("public ulong X { get; init; }", "ulong")]
    [InlineData("public char X { get; init; }", "char")]
    [InlineData("public object X { get; init; }", "object")]
    [InlineData("public dynamic? X { get; init; }", "dynamic?")]
    [InlineData("public (int A, string? B) X { get; init; }", "(int A, string? B)")]
    [InlineData("public List<int>? X { get; init; }", "List<int>?")]
    [InlineData("public int[,] X { get; init; }", "int[,]")]
    [InlineData("public int[][] X { get; init; }", "int[][]")]
    [InlineData("public byte[][][] X { get; init; }", "byte[][][]")]
    [InlineData("public JsonElement[] X { get; init; }", "JsonElement[]")]
    [InlineData("[Json] public string[] X { get; init; }", "string[]")]
    [InlineData("[Json] public int X { get; init; }", "int")]
    [InlineData("public nint X { get; init; }", "nint")]
    public void Other_types_have_no_column(string declaration, string display)
    {
        var property = Parsed.Property(declaration);

        Assert.Null(property.ColumnType);
        Assert.False(property.IsColumn);
        Assert.False(property.HasErrorType);
        Assert.Equal(display, property.DisplayType);
    }

    [Theory]
    [InlineData("Missing")]
    [InlineData("Missing?")]
    [InlineData("Missing[]")]
    [InlineData("List<Missing>")]
    [InlineData("Missing.Inner<int>")]
    public void A_type_that_does_not_exist_is_the_compilers_to_report(string type)
    {
        var property = Parsed.Property($"public {type} X {{ get; init; }}");
        Assert.True(property is { HasErrorType: true, ColumnType: null });
    }

    [Fact]
    public void A_type_of_the_same_name_elsewhere_is_another()
    {
        var view = Parsed.Type("N.A", "namespace N; public struct Guid { } public struct DateOnly { } [FeatureView] public partial class A { public Guid X { get; init; } public DateOnly Y { get; init; } }");
        Assert.All(view.Properties, property => Assert.Null(property.ColumnType));
    }

    [Fact]
    public void Attributes_narrow_as_they_are_written()
    {
        Assert.Equal(new ColumnType(Numeric) { Precision = 10, Scale = 2 }, Parsed.Property("[Numeric(10, 2)] public decimal X { get; init; }").ColumnType);
        Assert.Equal(new ColumnType(Numeric) { Precision = 99, Scale = -1 }, Parsed.Property("[Numeric(99, -1)] public decimal X { get; init; }").ColumnType);
        Assert.Equal(new ColumnType(Text) { MaxLength = 40 }, Parsed.Property("[Text(MaxLength = 40)] public string X { get; init; }").ColumnType);
        Assert.Equal(new ColumnType(Text) { MaxLength = 0 }, Parsed.Property("[Text(MaxLength = 0)] public string X { get; init; }").ColumnType);
        Assert.Equal(new ColumnType(Text), Parsed.Property("[Text] public string X { get; init; }").ColumnType);
    }

    [Fact]
    public void Without_nullable_annotations_a_reference_may_be_null()
    {
        var view = Parsed.Type("A", "#nullable disable\n[FeatureView] public partial class A { public string X { get; init; } public string[] Y { get; init; } public int Z { get; init; } }");

        Assert.Equal(["string?", "string?[]?", "int"], view.Properties.Select(property => property.ClrType));
        Assert.Equal([true, true, false], view.Properties.Select(property => property.IsNullable));
    }

    [Fact]
    public void Of_several_names_of_a_value_the_first_is_written()
    {
        var view = Parsed.Type("A", "public enum E : byte { B = 2, A = 1, C = 2, @class = 3, D = A } [FeatureView] public partial class A { public E X { get; init; } }");

        var shape = Assert.Single(view.Properties).Enum!;
        Assert.Equal(["B", "A", "class"], shape.Members);
        Assert.Equal(["C", "D"], shape.Aliases);
        Assert.Equal(shape.Members, view.Properties[0].ColumnType!.EnumMembers);
    }

    private static void AssertForm(string type, string code, ColumnKind kind, bool isNullable, bool isArray = false, bool hasNullableElements = false)
    {
        var property = Parsed.Property($"public {type} X {{ get; init; }}");
        var column = property.ColumnType! with { EnumMembers = default };
        Assert.Equal(new ColumnType(kind) { IsArray = isArray, HasNullableElements = hasNullableElements }, column);
        Assert.Equal((code, isNullable), (property.ClrType, property.IsNullable));
    }
}
