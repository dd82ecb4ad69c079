using Ematix.Model;

namespace Ematix.Generators.Tests;

/// <summary>A member of the user keeps its name; the rest is generated without the one that would meet it (EMX0006 refuses).</summary>
public sealed class UserMemberTests
{
    public static TheoryData<string> Names => [.. GeneratedMembers.Of(SyncMode.Scd2, 2)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_member_with_a_generated_name_stands_alone(string name)
    {
        var run = Generated.From($$"""
            [FeatureView]
            public partial class A
            {
                [EntityKey] public long Id { get; init; }
                [EntityKey] public string Part { get; init; } = "";
                public static int {{name}} => 1;
            }
            """);

        var type = run.Output.GetTypeByMetadataName("A")!;
        Assert.Single(type.GetMembers(name));
        Assert.All(GeneratedMembers.Of(SyncMode.Scd2, 2), other => Assert.NotEmpty(type.GetMembers(other)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_type_with_a_generated_name_compiles(string name) =>
        Generated.From($"[FeatureView] public partial class {name} {{ [EntityKey] public long Id {{ get; init; }} [EntityKey] public long Part {{ get; init; }} }}");

    [Fact]
    public void Calls_take_the_key_columns_where_the_key_struct_has_lost_its_name() => Generated.FromCallers(
        "[FeatureView] public partial class A { [EntityKey] public long Id { get; init; } [EntityKey] public string Key { get; init; } = \"\"; }",
        "public static class Caller { public static ValueTask<A?> Call(FeatureStore store) => A.OnlineFeaturesAsync(store, id: 1, key: \"x\"); }");
}
