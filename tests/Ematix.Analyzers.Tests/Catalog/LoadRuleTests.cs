using System.Globalization;
using Ematix.Model;
using Ematix.Rules;

namespace Ematix.Analyzers.Tests;

/// <summary>The rules about loads as the runtime asks them.</summary>
public sealed class LoadRuleTests
{
    private static readonly ColumnSelection Total = new(new[] { "total" }.ToEquatableArray(), IsComplete: true);

    private static readonly FeatureViewModel View = new()
    {
        Name = "user_features",
        Schema = "features",
        Table = "user_features_v1",
        Version = "v1",
        Mode = SyncMode.Merge,
        Columns = new FeatureModel[]
        {
            new() { Property = "UserId", Column = "user_id", Type = new ColumnType(ColumnKind.Int64), IsKey = true },
            new() { Property = "Total", Column = "total", Type = new ColumnType(ColumnKind.Int64) },
        }.ToEquatableArray(),
    };

    [Fact]
    public void FeatureSet_and_UpdateColumns_together_break_one_rule_that_says_so_in_any_culture()
    {
        CultureInfo.CurrentCulture = new CultureInfo("tr-TR");
        var violation = Assert.Single(RuleCatalog.CheckLoad(View, new LoadOptionsModel { FeatureSet = Total, UpdateColumns = Total }));
        Assert.Equal("EMX2004", violation.Rule.Id);
        Assert.Equal(
            "The load of 'features.user_features.v1' sets both FeatureSet and UpdateColumns, which exclude each other: keep FeatureSet in mode Scd2, UpdateColumns in mode Merge",
            violation.Message);
    }

    [Fact]
    public void One_of_them_or_none_breaks_none()
    {
        Assert.Empty(RuleCatalog.CheckLoad(View, LoadOptionsModel.Default));
        Assert.Empty(RuleCatalog.CheckLoad(View, new LoadOptionsModel { UpdateColumns = Total, CompareColumns = Total }));
        Assert.Empty(RuleCatalog.CheckLoad(View, new LoadOptionsModel { FeatureSet = Total }));
    }
}
