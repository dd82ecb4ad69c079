using System.Globalization;
using Ematix.Fingerprint;
using Ematix.Model;

namespace Ematix.Tests.Fingerprint;

/// <summary>The fingerprint names what stored data means, on every machine and in every culture.</summary>
public sealed class ViewFingerprintTests
{
    [Fact]
    public void It_is_the_same_for_ever()
    {
        foreach (var culture in new[] { "", "tr-TR", "de-DE", "ar-SA" })
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal("501a99a50284c3a7bbf6309c3fd069c79a5e4626ca53d43368baf704f9df37d6", ViewFingerprint.Of(ExampleViews.UserFeatures));
        }
    }

    [Fact]
    public void Metadata_does_not_change_it()
    {
        var view = ExampleViews.UserFeatures;
        var other = view with { Description = "other", Owner = "other", Ttl = TimeSpan.FromHours(1), FreshnessSla = null, Online = false };

        Assert.Equal(ViewFingerprint.Of(view), ViewFingerprint.Of(other));
    }

    [Fact]
    public void Everything_that_stored_data_depends_on_changes_it()
    {
        var view = ExampleViews.UserFeatures;
        FeatureModel[] columns = [.. view.Columns];
        FeatureViewModel[] others =
        [
            view with { Schema = "other" },
            view with { Table = "other" },
            view with { Version = "v2" },
            view with { Mode = SyncMode.Merge },
            view with { Columns = [columns[1], columns[0], .. columns[2..]] },
            view with { Columns = [.. columns[..^1]] },
            .. columns.Select((column, i) => view with { Columns = [.. columns[..i], column with { Column = "other" }, .. columns[(i + 1)..]] }),
            .. columns.Select((column, i) => view with { Columns = [.. columns[..i], column with { IsNullable = !column.IsNullable }, .. columns[(i + 1)..]] }),
            .. columns.Select((column, i) => view with { Columns = [.. columns[..i], column with { IsKey = !column.IsKey }, .. columns[(i + 1)..]] }),
        ];

        Assert.Equal(others.Length + 1, others.Append(view).Select(ViewFingerprint.Of).Distinct().Count());
    }

    [Fact]
    public void No_name_can_imitate_another_line()
    {
        var view = ExampleViews.UserFeatures;

        Assert.NotEqual(
            ViewFingerprint.Of(view with { Schema = "a\ntable 1 b", Table = "c" }),
            ViewFingerprint.Of(view with { Schema = "a", Table = "b\ntable 1 c" }));
    }
}
