using Ematix.Fingerprint;
using Ematix.Model;

namespace Ematix.Tests.Fingerprint;

/// <summary>Of two definitions, which change leaves the meaning of what is stored, and which takes something away.</summary>
public sealed class DefinitionChangeTests
{
    private static readonly FeatureViewModel View = ExampleViews.MerchantProfile;

    [Fact]
    public void An_enum_that_gains_or_reorders_members_is_metadata()
    {
        Assert.True(DefinitionChange.IsMetadataOnly(Text(View), Text(Tiers("Free", "Paid", "Gold"))));
        Assert.True(DefinitionChange.IsMetadataOnly(Text(View), Text(Tiers("Gold", "Paid", "Free"))));
        Assert.Empty(DefinitionChange.Narrowed(Text(View), Tiers("Gold", "Paid", "Free")));
    }

    [Fact]
    public void A_member_that_goes_and_text_that_becomes_an_enum_are_not()
    {
        Assert.False(DefinitionChange.IsMetadataOnly(Text(View), Text(Tiers("Free"))));
        Assert.Equal(["column \"tier\" has no member Paid any more: stored rows may hold it"], DefinitionChange.Narrowed(Text(View), Tiers("Free")));
        Assert.False(DefinitionChange.IsMetadataOnly(Text(AsText), Text(View)));
        Assert.Equal(["column \"tier\" held any text and is an enum now: stored rows may hold what is no member"], DefinitionChange.Narrowed(Text(AsText), View));
        Assert.False(DefinitionChange.IsMetadataOnly(Text(View), Text(AsText)));
        Assert.Empty(DefinitionChange.Narrowed(Text(View), AsText));
    }

    [Fact]
    public void A_renamed_column_is_compared_with_its_former_self()
    {
        var renamed = Change("tier", column => column with { Column = "plan", RenamedFrom = "tier", Type = column.Type with { EnumMembers = ["Free"] } });

        Assert.Equal(["column \"plan\" has no member Paid any more: stored rows may hold it"], DefinitionChange.Narrowed(Text(View), renamed));
    }

    [Fact]
    public void Anything_else_is_a_change_of_meaning()
    {
        FeatureViewModel[] others =
        [
            View with { Mode = SyncMode.Merge },
            View with { Version = "v3" },
            View with { Columns = [.. View.Columns.Skip(1)] },
            Change("since", column => column with { IsNullable = false }),
            Change("since", column => column with { Column = "member 4 Gold\nfrom" }),
        ];

        Assert.All(others, other => Assert.False(DefinitionChange.IsMetadataOnly(Text(View), Text(other))));
    }

    private static FeatureViewModel AsText => Change("tier", column => column with { Type = new(ColumnKind.Text) });

    private static FeatureViewModel Tiers(params string[] members) => Change("tier", column => column with { Type = column.Type with { EnumMembers = [.. members] } });

    private static FeatureViewModel Change(string name, Func<FeatureModel, FeatureModel> change) =>
        View with { Columns = [.. View.Columns.Select(column => column.Column == name ? change(column) : column)] };

    private static string Text(FeatureViewModel view) => ViewFingerprint.CanonicalText(view);
}
