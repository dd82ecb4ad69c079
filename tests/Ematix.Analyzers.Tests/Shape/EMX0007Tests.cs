namespace Ematix.Analyzers.Tests;

public sealed class EMX0007Tests
{
    [Fact]
    public Task A_positional_record_is_reported() => Verify.AnalyzersAsync("""
        using Ematix;

        [FeatureView]
        public partial record {|EMX0007:UserFeatures|}([property: EntityKey] long UserId, bool? IsActive);
        """);

    [Fact]
    public Task A_positional_record_without_a_tag_is_one_mistake() => Verify.AnalyzersAsync("""
        using Ematix;

        [FeatureView]
        public partial record {|EMX0007:UserFeatures|}(long UserId);
        """);

    [Theory]
    [InlineData("partial struct")]
    [InlineData("partial record struct")]
    [InlineData("readonly partial struct")]
    public Task A_struct_is_reported_beside_the_compiler_s_own_error(string keyword) => Verify.AnalyzersAsync($$"""
        using Ematix;

        [{|CS0592:FeatureView|}]
        public {{keyword}} {|EMX0007:UserFeatures|}
        {
            [EntityKey] public long UserId { get; init; }
            public bool? IsActive { get; init; }
        }
        """);

    [Theory]
    [InlineData("public UserFeatures(long userId) => UserId = userId;")]
    [InlineData("private UserFeatures(long userId) => UserId = userId;")]
    public Task A_class_without_a_parameterless_constructor_is_reported(string constructor) => Verify.AnalyzersAsync($$"""
        using Ematix;

        [FeatureView]
        public partial class {|EMX0007:UserFeatures|}
        {
            {{constructor}}
            [EntityKey] public long UserId { get; init; }
            public bool? IsActive { get; init; }
        }
        """);

    [Theory]
    [InlineData("[NotAFeature] public required string {|EMX0007:Note|} { get; init; }")]
    [InlineData("public required string {|EMX0007:Note|};")]
    public Task A_required_member_that_is_no_column_is_reported(string member) => Verify.AnalyzersAsync($$"""
        using Ematix;

        [FeatureView]
        public partial class UserFeatures
        {
            [EntityKey] public long UserId { get; init; }
            public bool? IsActive { get; init; }
            {{member}}
        }
        """);

    [Fact]
    public Task An_inherited_required_member_is_reported_at_the_view() => Verify.AnalyzersAsync("""
        using Ematix;

        public abstract class Entity
        {
            public required string Note { get; init; }
        }

        [FeatureView]
        public partial class {|EMX0007:UserFeatures|} : Entity
        {
            [EntityKey] public long UserId { get; init; }
            public bool? IsActive { get; init; }
        }
        """);

    [Fact]
    public Task A_required_member_without_column_type_has_that_mistake_alone() => Verify.AnalyzersAsync("""
        using Ematix;

        [FeatureView]
        public partial class UserFeatures
        {
            [EntityKey] public long UserId { get; init; }
            public required object {|EMX3001:Note|} { get; init; }
        }
        """);

    [Theory]
    [InlineData("private UserFeatures() { } public UserFeatures(long userId) => UserId = userId;")]
    [InlineData("public required string Name { get; init; }")]
    [InlineData("[System.Diagnostics.CodeAnalysis.SetsRequiredMembers] public UserFeatures() => Note = \"\"; [NotAFeature] public required string Note { get; init; }")]
    public Task What_can_be_constructed_is_fine(string members) => Verify.AnalyzersAsync($$"""
        using Ematix;

        [FeatureView]
        public partial class UserFeatures
        {
            {{members}}
            [EntityKey] public long UserId { get; init; }
            public bool? IsActive { get; init; }
        }
        """);
}
