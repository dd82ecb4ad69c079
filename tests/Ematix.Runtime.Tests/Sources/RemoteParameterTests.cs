using System.Globalization;
using Npgsql;
using static Ematix.Tests.Times;

namespace Ematix.Tests.Sources;

/// <summary>A value in a query means the same on another database as on the store's own: type and value.</summary>
public sealed class RemoteParameterTests(PostgresFixture postgres)
{
    public static TheoryData<string, object?> Values => new()
    {
        { "boolean", true },
        { "byte", (byte)255 },
        { "least integers", short.MinValue },
        { "integer", int.MinValue },
        { "long", long.MinValue },
        { "real", 0.1f },
        { "greatest real", float.MaxValue },
        { "double", 0.1 + 0.2 },
        { "not a number", double.NaN },
        { "minus infinity", double.NegativeInfinity },
        { "minus zero", -0d },
        { "numeric", 1234567890123456789.0123456789m },
        { "trailing zeros", 1.500m },
        { "text", "O'Slo\"; DROP TABLE x; -- \\ {} $1 \r\n\t😀" },
        { "empty text", "" },
        { "character", 'ß' },
        { "uuid", Guid.AllBitsSet },
        { "instant", At("2024-03-01 10:00").ToOffset(TimeSpan.FromHours(5.75)).AddTicks(9) },
        { "before 2000", At("1999-12-31 23:59:59.999999").AddTicks(9) },
        { "the first instant", DateTimeOffset.MinValue },
        { "the last instant", DateTimeOffset.MaxValue },
        { "UTC time", new DateTime(2024, 3, 1, 10, 0, 0, DateTimeKind.Utc) },
        { "time of no zone", new DateTime(2024, 3, 1, 10, 0, 0, DateTimeKind.Unspecified) },
        { "date", new DateOnly(1, 2, 3) },
        { "time", new TimeOnly(863_999_999_999) },
        { "duration", TimeSpan.FromDays(-30) - Microsecond },
        { "the longest duration", TimeSpan.MaxValue },
        { "bytes", new byte[] { 0, 92, 255 } },
        { "no bytes", Array.Empty<byte>() },
        { "enum", Tier.Paid },
        { "integers", new[] { 1, -2 } },
        { "no integers", Array.Empty<long>() },
        { "integers and NULL", new int?[] { null, 3 } },
        { "texts", new[] { "", "NULL", "a,b", "{\"\\", null } },
        { "a list", new List<string> { "x", " y " } },
        { "instants", new[] { At("2024-03-01 10:00:00.000001") } },
        { "dates", new[] { new DateOnly(9999, 12, 31) } },
        { "uuids", new[] { Guid.Empty } },
        { "byte arrays", new[] { new byte[] { 1 }, [] } },
    };

    [Theory]
    [MemberData(nameof(Values), DisableDiscoveryEnumeration = true)]
    public async Task A_value_has_one_type_and_one_text_on_both_sides(string name, object? value)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
        await using var test = await TwoDatabases.CreateAsync(postgres, "datestyle = 'SQL, DMY'", "timezone = 'America/St_Johns'", "intervalstyle = 'sql_standard'", "standard_conforming_strings = off", "extra_float_digits = 1", "array_nulls = off");
        await test.Target.SetAsync("datestyle = 'SQL, DMY'", "timezone = 'America/St_Johns'", "intervalstyle = 'sql_standard'", "extra_float_digits = 1");
        await Profile.SyncAsync(test.Store, Source.Sql($"SELECT 1 AS id, pg_typeof({value}) || ' ' || {value}::text AS city, true AS active, 1.0::float8 AS score"));
        await Profile.SyncAsync(test.Store, Source.Sql(test.Database, $"SELECT 2 AS id, pg_typeof({value}) || ' ' || {value}::text AS city, true AS active, 1.0::float8 AS score"));

        var rows = await Profile.OnlineFeaturesAsync(test.Store, [1, 2]);
        Assert.True(rows[0]!.City == rows[1]!.City, $"{name}: {rows[0]!.City} here, {rows[1]!.City} there");
    }

    [Fact]
    public async Task NULL_is_of_the_type_that_its_place_asks_for()
    {
        await using var test = await TwoDatabases.CreateAsync(postgres);
        string? city = null;
        int? score = null;
        await Profile.SyncAsync(test.Store, Source.Sql(test.Database, $"SELECT {1} AS id, {city}::text AS city, {true} AS active, {score}::float8 AS score"));

        var row = (await Profile.OnlineFeaturesAsync(test.Store, 1))!;
        Assert.Equal((null, null), (row.City, row.Score));
    }

    [Fact]
    public async Task Values_filter_order_and_limit()
    {
        await using var test = await TwoDatabases.CreateAsync(postgres);
        int[] ids = [3, 5, 7];
        await Profile.SyncAsync(test.Store, Source.Sql(
            test.Database, $"SELECT g AS id, ({ids})[1]::text AS city, {true} AS active, 1.0::float8 AS score FROM generate_series({1}, {100}) AS g WHERE g = ANY({ids}) AND g > {3L} LIMIT {1}"));

        Assert.Equal(["5|3"], await test.Target.RowsAsync("SELECT id, city FROM features.profile_v1"));
    }

    [Fact]
    public async Task Values_are_gone_with_the_transaction()
    {
        await using var test = await TwoDatabases.CreateAsync(postgres);
        var city = "secret";
        await Profile.SyncAsync(test.Store, Source.Sql(test.Database, $"SELECT 1 AS id, {city} AS city, true AS active, 1.0::float8 AS score"));
        await using var command = test.Database.CreateCommand("SELECT coalesce(current_setting('ematix_flow.p1', true), '')");

        Assert.Equal("", await command.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_value_of_another_type_is_refused_at_once()
    {
        using var nowhere = NpgsqlDataSource.Create("Host=127.0.0.1");
        var refused = Assert.Throws<ArgumentException>(() => Source.Sql(nowhere, $"SELECT {1} AS id, {new Version(1, 2)} AS city"));
        Assert.StartsWith("Value 2 of the query is a System.Version, which can't be sent to another database.", refused.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Source.Sql(nowhere, $"SELECT {new int[1, 1]}"));
    }
}
