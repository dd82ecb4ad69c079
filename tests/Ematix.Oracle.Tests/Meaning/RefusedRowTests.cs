using static Ematix.Oracle.Tests.Meaning.Events;

namespace Ematix.Oracle.Tests.Meaning;

/// <summary>Rows that refuse their load by themselves (semantics §1 and §3).</summary>
public sealed class RefusedRowTests
{
    [Fact]
    public void A_null_key_refuses() => AssertRefused(RefusalKind.NullKey, Row(null, 10));

    [Fact]
    public void A_null_event_time_refuses() => AssertRefused(RefusalKind.EventTime, Row("k", null));

    [Fact]
    public void An_event_after_the_load_refuses() => AssertRefused(RefusalKind.EventTime, Row("k", 101));

    [Fact]
    public void An_event_at_the_load_does_not() => Assert.False(new Events().Load(100, Row("k", 100)).IsRefused);

    [Fact]
    public void An_infinite_event_time_refuses() => AssertRefused(RefusalKind.EventTime, ["k", new Unstorable("'infinity'"), "a"]);

    [Theory]
    [InlineData("abc", false)]
    [InlineData("😀😀😀", false)]
    [InlineData("abcd", true)]
    [InlineData("abc ", true)]
    public void A_text_with_more_code_points_than_the_column_refuses(string text, bool isRefused) =>
        AssertFits(new("x", ValueKind.Text) { MaxLength = 3 }, text, isRefused);

    [Theory]
    [InlineData("9.994", false)]
    [InlineData("-9.994", false)]
    [InlineData("9.995", true)]
    [InlineData("10", true)]
    public void A_number_that_has_too_many_digits_once_it_is_rounded_refuses(string number, bool isRefused) => AssertFits(
        new("x", ValueKind.Numeric) { Digits = (3, 2) }, decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture), isRefused);

    [Theory]
    [InlineData("Low", false)]
    [InlineData("low", true)]
    public void A_text_that_names_no_member_refuses(string name, bool isRefused) => AssertFits(new("x", ValueKind.Enum) { Members = ["Low", "High"] }, name, isRefused);

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public void A_null_refuses_where_the_column_has_none(bool isNullable, bool isRefused) => AssertFits(new("x", ValueKind.Int32) { IsNullable = isNullable }, null, isRefused);

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public void A_null_element_refuses_where_the_array_has_none(bool isNullable, bool isRefused) =>
        AssertFits(new("x", ValueKind.Int32) { IsArray = true, HasNullableElements = isNullable }, new object?[] { 1, null }, isRefused);

    [Fact]
    public void A_wrong_element_refuses() => AssertFits(new("x", ValueKind.Text) { IsArray = true, MaxLength = 1 }, new object?[] { "a", "bb" }, isRefused: true);

    [Fact]
    public void A_row_that_loses_a_tie_refuses_like_any_other()
    {
        var table = OracleTable.Of(new OracleView(
            [new("key", ValueKind.Text) { Role = ColumnRole.Key }, new("at", ValueKind.Instant) { Role = ColumnRole.EventTime }, new("x", ValueKind.Text) { MaxLength = 1 }], null));
        object?[] wrong = ["k", Micros.ToInstant(10), "aa"], right = ["k", Micros.ToInstant(10), "a"];

        Assert.True(table.Load([wrong, right], 100).IsRefused);
        Assert.True(table.Load([right, wrong], 100).IsRefused);
        Assert.False(table.Load([right, right], 100).IsRefused);
    }

    private static void AssertRefused(RefusalKind kind, object?[] row)
    {
        var events = new Events();
        var refusal = Assert.Single(events.Load(100, Row("k", 10), row).Refusals);

        Assert.Equal((kind, 1L), (refusal.Kind, refusal.Count));
        Assert.Equal([1], refusal.Rows);
        Assert.Equal("", events.History());
    }

    private static void AssertFits(OracleColumn column, object? value, bool isRefused)
    {
        var table = OracleTable.Of(new OracleView([new("key", ValueKind.Int64) { Role = ColumnRole.Key }, column], null));
        var outcome = table.Load([[1L, value]], 100);

        Assert.Equal(isRefused, outcome.IsRefused);
        Assert.All(outcome.Refusals, refusal => Assert.Equal((RefusalKind.Value, "x"), (refusal.Kind, refusal.Column)));
    }
}
