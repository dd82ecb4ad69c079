using System.Text.Json;
using static Ematix.Tests.Times;

namespace Ematix.Tests.Types;

/// <summary>The table of values that must come back as they went: per case a row given, and the row that is expected (the same, but for floored instants).</summary>
internal static class TypeCases
{
    private static readonly string Megabyte = string.Concat(Enumerable.Repeat("0123456789abcdeß", 65_536));

    public static IReadOnlyList<(string Name, EveryType Given, EveryType Expected)> All { get; } = [.. Rows().Select((row, i) => (row.Name, row.Given with { Id = i }, (row.Expected ?? row.Given) with { Id = i }))];

    private static IEnumerable<(string Name, EveryType Given, EveryType? Expected)> Rows() =>
    [
        ("all NULL", new(), null),
        .. Numbers(), .. Texts(), .. Instants(), .. Others(), .. Arrays(),
    ];

    private static IEnumerable<(string Name, EveryType Given, EveryType? Expected)> Numbers() =>
    [
        ("false and least integers", new() { Boolean = false, Int16 = short.MinValue, Int32 = int.MinValue, Int64 = long.MinValue }, null),
        ("true and greatest integers", new() { Boolean = true, Int16 = short.MaxValue, Int32 = int.MaxValue, Int64 = long.MaxValue }, null),
        ("NaN", new() { Single = float.NaN, Double = double.NaN }, null),
        ("minus zero", new() { Single = -0f, Double = -0d }, null),
        ("infinity", new() { Single = float.PositiveInfinity, Double = double.PositiveInfinity }, null),
        ("minus infinity", new() { Single = float.NegativeInfinity, Double = double.NegativeInfinity }, null),
        ("least positive", new() { Single = float.Epsilon, Double = double.Epsilon }, null),
        ("greatest", new() { Single = float.MaxValue, Double = double.MaxValue }, null),
        ("not representable in decimal", new() { Single = 0.1f, Double = 0.1 + 0.2 }, null),
        ("28 digits", new() { Numeric = 999999999999999999.9999999999m, Whole = 9999999999999999999999999999m, Fraction = 0.9999999999999999999999999999m }, null),
        ("minus 28 digits", new() { Numeric = -999999999999999999.9999999999m, Whole = -9999999999999999999999999999m, Fraction = -0.9999999999999999999999999999m }, null),
        ("least fraction", new() { Numeric = 0.0000000001m, Whole = 1m, Fraction = 0.0000000000000000000000000001m }, null),
        ("zeros of all scales", new() { Numeric = 0.000m, Whole = -0m, Fraction = 0m }, null),
        ("rounded to the scale", new() { Numeric = 1.00000000005m, Whole = 0.5m }, new() { Numeric = 1.0000000001m, Whole = 1m }),
    ];

    private static IEnumerable<(string Name, EveryType Given, EveryType? Expected)> Texts() =>
    [
        ("empty", new() { Text = "", Varchar = "" }, null),
        ("spaces", new() { Text = "  ", Varchar = "a    " }, null),
        ("one megabyte", new() { Text = Megabyte }, null),
        ("quotes and escapes", new() { Text = "'\"\\ \t\r\n$1 @p :p %s {0} ; --", Varchar = "\\N'\"$" }, null),
        ("outside the basic plane", new() { Text = "😀\uFFFF\uE000", Varchar = "😀😀😀😀😀" }, null),
        ("composed and not", new() { Text = "\u00E9 e\u0301", Varchar = "e\u0301" }, null),
    ];

    private static IEnumerable<(string Name, EveryType Given, EveryType? Expected)> Instants() =>
    [
        ("the first instant", new() { Instant = DateTimeOffset.MinValue, Date = DateOnly.MinValue, Time = TimeOnly.MinValue, Interval = TimeSpan.Zero }, null),
        ("the last instant", new() { Instant = DateTimeOffset.MaxValue, Date = DateOnly.MaxValue, Time = TimeOnly.MaxValue, Interval = TimeSpan.MaxValue },
            new() { Instant = Floored(DateTimeOffset.MaxValue), Date = DateOnly.MaxValue, Time = new(86_399_999_999 * 10), Interval = new(TimeSpan.MaxValue.Ticks / 10 * 10) }),
        ("a tick before 2000", new() { Instant = At("2000-01-01").AddTicks(-1), Interval = TimeSpan.FromTicks(-1) }, new() { Instant = At("1999-12-31 23:59:59.999999"), Interval = TimeSpan.Zero }),
        ("a tick after 2000", new() { Instant = At("2000-01-01").AddTicks(1), Interval = TimeSpan.FromTicks(1) }, new() { Instant = At("2000-01-01"), Interval = TimeSpan.Zero }),
        ("a microsecond before 2000", new() { Instant = At("2000-01-01") - Microsecond, Date = new(1999, 12, 31), Interval = -Microsecond }, null),
        ("another offset", new() { Instant = new DateTimeOffset(2024, 3, 31, 2, 30, 0, TimeSpan.FromHours(5.75)) }, new() { Instant = At("2024-03-30 20:45") }),
        ("the least interval", new() { Interval = TimeSpan.MinValue }, new() { Interval = new(TimeSpan.MinValue.Ticks / 10 * 10) }),
        ("thirty days", new() { Interval = TimeSpan.FromDays(30) }, null),
        ("a Julian leap day", new() { Date = new(1500, 2, 28), Instant = At("1582-10-10") }, null),
    ];

    private static IEnumerable<(string Name, EveryType Given, EveryType? Expected)> Others() =>
    [
        ("empty others", new() { Uuid = Guid.Empty, Bytes = [], Tier = Tests.Tier.Free, Json = Json("{}"), JsonText = "[]" }, null),
        ("full others", new() { Uuid = Guid.AllBitsSet, Bytes = [.. Enumerable.Range(0, 70_000).Select(i => (byte)i)], Tier = Tests.Tier.Paid, Json = Json("""{"a": [1, null, "😀"], "b": {"c": 1.50}}""") }, null),
        ("JSON null", new() { Json = Json("null"), JsonText = "null" }, null),
        ("JSON scalars", new() { Json = Json("\"text\""), JsonText = "-1.5" }, null),
    ];

    private static IEnumerable<(string Name, EveryType Given, EveryType? Expected)> Arrays() =>
    [
        ("empty arrays", new() { Booleans = [], Int16s = [], Int32s = [], Int64s = [], Singles = [], Doubles = [], Numerics = [], Texts = [], Instants = [], Dates = [], Times = [], Intervals = [], Uuids = [], Blobs = [], Tiers = [] }, null),
        ("arrays with NULLs", new() { Int16s = [null, 1], Int64s = [null], Doubles = [double.NaN, null, -0d], Numerics = [1.5m, null], Texts = [null, "", "NULL", "{}"], Instants = [null, DateTimeOffset.MinValue], Times = [null, TimeOnly.MinValue], Uuids = [Guid.Empty, null], Blobs = [null, [], [0]], Tiers = [Tests.Tier.Paid, null] }, null),
        ("full arrays", new() { Booleans = [true, false], Int32s = [int.MinValue, int.MaxValue], Singles = [float.NaN, float.NegativeInfinity], Dates = [DateOnly.MinValue, DateOnly.MaxValue], Intervals = [TimeSpan.FromDays(-1), Microsecond], Int16s = [short.MinValue], Int64s = [long.MaxValue], Instants = [Floored(DateTimeOffset.MaxValue)], Times = [new(12, 30)] }, null),
    ];

    private static JsonElement Json(string text) => JsonElement.Parse(text);

    private static DateTimeOffset Floored(DateTimeOffset instant) => new(instant.Ticks / 10 * 10, TimeSpan.Zero);
}
