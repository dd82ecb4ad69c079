namespace Ematix.Tests.Types;

/// <summary>What a column or a CLR type can't hold refuses the load, names the column, and stores nothing.</summary>
public sealed class UnstorableTests(PostgresFixture postgres)
{
    public static TheoryData<string, string, EveryType> Rows => new()
    {
        { "text", "U+0000", new() { Text = "a\0b" } },
        { "text", "surrogate", new() { Text = "a\uD800" } },
        { "text", "surrogate", new() { Text = "\uDC00\uD800" } },
        { "texts", "surrogate", new() { Texts = ["fine", null, "\uDFFFx"] } },
        { "varchar", "longer than the column", new() { Varchar = "123456" } },
        { "varchar", "longer than the column", new() { Varchar = "12345 " } },
        { "json_text", "U+0000", new() { JsonText = "\"\0\"" } },
        { "whole", "more digits", new() { Whole = 9999999999999999999999999999.5m } },
        { "fraction", "more digits", new() { Fraction = 1m } },
    };

    [Theory]
    [MemberData(nameof(Rows), DisableDiscoveryEnumeration = true)]
    public async Task A_typed_row_that_does_not_fit_is_refused(string column, string reason, EveryType row)
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<EveryType>();
        var refused = await Assert.ThrowsAsync<UnstorableValueException>(() => EveryType.SyncAsync(test.Store, [new() { Id = 1 }, row with { Id = 2 }]));

        Assert.Equal(column, refused.Column);
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
        Assert.Equal(0, await test.ScalarAsync<long>("SELECT count(*) FROM features.every_type_v1"));
        Assert.Equal(1, (await EveryType.SyncAsync(test.Store, [new EveryType { Id = 1 }])).Inserted);
    }

    [Theory]
    [InlineData("instant", "'infinity'::timestamptz", "infinite")]
    [InlineData("instant", "'0001-12-31 BC'::timestamptz", "outside the years")]
    [InlineData("date", "'infinity'::date", "infinite")]
    [InlineData("date", "'10000-01-01'::date", "outside the years")]
    [InlineData("time", "'24:00'::time", "24:00")]
    [InlineData("interval", "'1 day'::interval", "months or days")]
    [InlineData("interval", "'1 month -30 days'::interval", "months or days")]
    [InlineData("interval", "'256204778:48:05.477581'::interval", "longer than a TimeSpan")]
    [InlineData("tier", "'Gold'::text", "no member of the enum")]
    [InlineData("tier", "'free'::text", "no member of the enum")]
    [InlineData("numeric", "'NaN'::numeric", "NaN")]
    [InlineData("booleans", "ARRAY[true, NULL]", "element that is NULL")]
    [InlineData("int16s", "ARRAY[ARRAY[1::smallint]]", "several dimensions")]
    [InlineData("int16s", "'[0:1]={1,2}'::smallint[]", "does not begin at 1")]
    [InlineData("numerics", "ARRAY[1e9::numeric]", "more digits")]
    [InlineData("numerics", "ARRAY[NULL, 'NaN'::numeric]", "NaN")]
    [InlineData("instants", "ARRAY['infinity'::timestamptz]", "infinite")]
    [InlineData("dates", "ARRAY['-infinity'::date]", "infinite")]
    [InlineData("times", "ARRAY['24:00'::time]", "24:00")]
    [InlineData("intervals", "ARRAY['1 mon'::interval]", "months or days")]
    [InlineData("tiers", "ARRAY['Free', 'Gold']", "no member of the enum")]
    [InlineData("short_texts", "ARRAY['123456']", "longer than the column")]
    public async Task A_value_of_a_query_that_the_clr_type_can_not_hold_is_refused(string column, string value, string reason)
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<EveryType>();
        await EveryType.EnsureAsync(test.Store);
        var columns = await test.RowsAsync($"""
            SELECT string_agg(CASE attname WHEN 'id' THEN '1 AS id' WHEN '{column}' THEN $v$ {value} AS {column}$v$
                              ELSE 'NULL::' || format_type(atttypid, atttypmod) || ' AS ' || quote_ident(attname) END, ', ' ORDER BY attnum)
            FROM pg_attribute WHERE attrelid = 'features.every_type_v1'::regclass AND attnum BETWEEN 1 AND 37
            """);
        var query = "SELECT " + columns[0];
        var refused = await Assert.ThrowsAsync<UnstorableValueException>(() => EveryType.SyncAsync(test.Store, Source.Sql(query)));

        Assert.Equal((column, "(id = 1)"), (refused.Column, refused.SampleKeys[0]));
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_no_version_can_have_is_refused_before_it_is_asked()
    {
        await using var test = await TestStore.CreateAsync(postgres);
        await SensorReading.EnsureAsync(test.Store);

        await Assert.ThrowsAsync<ArgumentException>(async () => await SensorReading.OnlineFeaturesAsync(test.Store, "a\0", "s"));
        await Assert.ThrowsAsync<ArgumentException>(async () => await SensorReading.OnlineFeaturesAsync(test.Store, [new("a", "\uD800")]));
    }
}
