namespace Ematix.Analyzers.Tests;

public sealed class EMX0003Tests
{
    private const string Columns = "{ [EntityKey] public long UserId { get; init; } public long? Total { get; init; } }";

    [Theory]
    [InlineData("public abstract partial class {|EMX0003:UserFeatures|} " + Columns)]
    [InlineData("public abstract partial record {|EMX0003:UserFeatures|} " + Columns)]
    [InlineData("public partial class {|EMX0003:UserFeatures|}<T> " + Columns)]
    [InlineData("file partial class {|EMX0003:UserFeatures|} " + Columns)]
    public Task A_type_that_generated_code_can_t_complete_is_reported(string view) => Verify.AnalyzersAsync($"""
        using Ematix;

        [FeatureView]
        {view}
        """);

    [Theory]
    [InlineData("private")]
    [InlineData("protected")]
    [InlineData("private protected")]
    public Task A_nested_view_that_the_assembly_can_t_name_is_reported(string accessibility) => Verify.AnalyzersAsync($$"""
        using Ematix;

        public partial class Shop
        {
            [FeatureView]
            {{accessibility}} partial class {|EMX0003:UserFeatures|} {{Columns}}
        }
        """);

    [Fact]
    public Task So_is_one_inside_a_type_that_the_assembly_can_t_name() => Verify.AnalyzersAsync($$"""
        using Ematix;

        public partial class Shop
        {
            private partial class Views
            {
                [FeatureView]
                public partial class {|EMX0003:UserFeatures|} {{Columns}}
            }
        }
        """);

    [Fact]
    public Task So_is_one_inside_a_generic_type() => Verify.AnalyzersAsync($$"""
        using Ematix;

        public partial class Shop<T>
        {
            [FeatureView]
            public partial class {|EMX0003:UserFeatures|} {{Columns}}
        }
        """);

    [Fact]
    public Task A_static_class_lacks_keys_and_constructors_too_but_that_is_one_mistake() => Verify.AnalyzersAsync("""
        using Ematix;

        [FeatureView]
        public static partial class {|EMX0003:UserFeatures|};
        """);

    [Fact]
    public async Task All_that_is_wrong_is_said_at_once() => Assert.Equal(
        "Feature view 'UserFeatures' is generic and abstract, so none of its members can be generated: make it a public or internal class, neither generic, static, "
        + "abstract nor file-local, in types that are so too. Errors at calls to these members follow from this one.",
        Assert.Single(await TestCompilation.MessagesAsync($"[Ematix.FeatureView] public abstract partial class UserFeatures<T> {Columns.Replace("[", "[Ematix.", StringComparison.Ordinal)}")));

    [Theory]
    [InlineData("internal")]
    [InlineData("protected internal")]
    public Task A_nested_view_that_the_assembly_can_name_is_fine(string accessibility) => Verify.AnalyzersAsync($$"""
        using Ematix;

        public partial class Shop
        {
            [FeatureView]
            {{accessibility}} sealed partial class UserFeatures {{Columns}}
        }
        """);
}
