namespace Ematix.Oracle.Tests.Meaning;

/// <summary>Values as the database keeps and compares them.</summary>
public sealed class ValueTests
{
    private static readonly OracleColumn Cents = new("x", ValueKind.Numeric) { Digits = (10, 2) };
    private static readonly OracleColumn Instant = new("x", ValueKind.Instant);
    private static readonly OracleColumn Json = new("x", ValueKind.Json);

    public static readonly TheoryData<object?, object?> Equal = new()
    {
        { null, null },
        { double.NaN, -double.NaN },
        { 0d, -0d },
        { float.NaN, float.NaN },
        { 0f, -0f },
        { 1.0m, 1.00m },
        { 0m, -0.0m },
        { new byte[] { 1, 2 }, new byte[] { 1, 2 } },
        { new object?[] { 1.0m, null, double.NaN }, new object?[] { 1m, null, double.NaN } },
    };

    public static readonly TheoryData<object?, object?> Different = new()
    {
        { null, "" },
        { "a", "A" },
        { "é", "e\u0301" },
        { "ß", "ss" },
        { "I", "ı" },
        { "a", "a " },
        { new byte[] { 0 }, new byte[] { 0, 0 } },
        { new object?[] { 1, 2 }, new object?[] { 2, 1 } },
        { new object?[] { 1 }, new object?[] { 1, null } },
        { Array.Empty<object?>(), null },
    };

    [Theory, MemberData(nameof(Equal))]
    public void Equal_values(object? left, object? right) => Assert.True(Values.Same(left, right) && Values.Same(right, left));

    [Theory, MemberData(nameof(Different))]
    public void Different_values(object? left, object? right) => Assert.False(Values.Same(left, right) || Values.Same(right, left));

    [Theory]
    [InlineData("""{"a":1,"b":[null]}""", """{ "b": [null], "a": 1.00 }""", true)]
    [InlineData("1", "1e0", true)]
    [InlineData("[1,2]", "[2,1]", false)]
    [InlineData("1", "\"1\"", false)]
    [InlineData("{}", """{"a":null}""", false)]
    public void Json_values(string left, string right, bool isSame) => Assert.Equal(isSame, Values.Same(Values.Stored(Json, left), Values.Stored(Json, right)));

    [Fact]
    public void A_json_null_is_no_null() => Assert.False(Values.Same(Values.Stored(Json, "null"), Values.Stored(Json, null)));

    [Theory]
    [InlineData(1.005, 1.01)]
    [InlineData(-1.005, -1.01)]
    [InlineData(1.004, 1.00)]
    [InlineData(-0.004, 0)]
    public void Numbers_are_rounded_to_their_scale_and_halves_away_from_zero(decimal source, decimal stored) => Assert.Equal(stored, Values.Stored(Cents, source));

    [Theory]
    [InlineData(0)]
    [InlineData(621355967999999999)]
    [InlineData(630822815999999999)]
    [InlineData(3155378975999999999)]
    public void Instants_are_floored_to_the_microsecond_on_both_sides_of_the_epochs(long ticks)
    {
        var stored = (long)Values.Stored(Instant, new DateTimeOffset(ticks, TimeSpan.Zero))!;

        Assert.InRange(ticks - (stored * 10), 0, 9);
    }

    [Fact]
    public void An_instant_is_the_same_with_any_offset() => Assert.Equal(
        Values.Stored(Instant, new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero)), Values.Stored(Instant, new DateTimeOffset(2024, 1, 1, 5, 30, 0, TimeSpan.FromHours(5.5))));

    [Fact]
    public void Keys_are_compared_column_by_column()
    {
        Assert.NotEqual(new RowKey(["ab", "c"]), new RowKey(["a", "bc"]));
        Assert.NotEqual(new RowKey([1, 23m]), new RowKey([12, 3m]));
        Assert.Equal(new RowKey([1, 23m]), new RowKey([1, 23.0m]));
        Assert.Equal(new RowKey([1, 23m]).GetHashCode(), new RowKey([1, 23.0m]).GetHashCode());
    }
}
