using System.Globalization;

namespace Ematix.Tests.Types;

/// <summary>Every type, NULL and its extremes, in by typed rows and by SQL, out by every read, in plain and hostile sessions and in four cultures.</summary>
public sealed class RoundTripTests(PostgresFixture postgres)
{
    public static TheoryData<string, string[]> Sessions => new()
    {
        { "", [] },
        { "tr-TR", ["timezone = 'Asia/Kathmandu'", "datestyle = 'SQL, DMY'", "intervalstyle = 'sql_standard'", "extra_float_digits = -15"] },
        { "de-DE", ["timezone = 'America/St_Johns'", "datestyle = 'German'", "intervalstyle = 'iso_8601'", "bytea_output = 'escape'", "lc_numeric = 'C'"] },
        { "ar-SA", ["timezone = 'Pacific/Apia'", "datestyle = 'Postgres, MDY'", "intervalstyle = 'postgres_verbose'", "default_transaction_isolation = 'serializable'", "standard_conforming_strings = off"] },
    };

    [Theory]
    [MemberData(nameof(Sessions), DisableDiscoveryEnumeration = true)]
    public async Task Every_value_comes_back_as_it_went(string culture, string[] settings)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        await using var test = (await TestStore.CreateAsync(postgres, settings)).Audits<EveryType>();
        var cases = TypeCases.All;
        var load = await EveryType.SyncAsync(test.Store, cases.Select(row => row.Given));
        Assert.Equal(cases.Count, load.Inserted);

        int[] ids = [.. cases.Select(row => row.Expected.Id)];
        var online = await EveryType.OnlineFeaturesAsync(test.Store, ids);
        var then = await EveryType.PointInTimeAsync(test.Store, ids, load.LoadedAt);
        foreach (var (i, (name, _, expected)) in cases.Index())
        {
            Same(name, expected, online[i]);
            Same(name, expected, then[i]);
            Same(name, expected, await EveryType.OnlineFeaturesAsync(test.Store, expected.Id));
            Same(name, expected, (await EveryType.HistoryAsync(test.Store, expected.Id).SingleAsync()).Row);
        }
    }

    [Theory]
    [MemberData(nameof(Sessions), DisableDiscoveryEnumeration = true)]
    public async Task The_same_values_by_another_way_change_nothing(string culture, string[] settings)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        await using var test = (await TestStore.CreateAsync(postgres, settings)).Audits<EveryType>();
        await EveryType.SyncAsync(test.Store, TypeCases.All.Select(row => row.Given));
        var columns = await test.RowsAsync("SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute WHERE attrelid = 'features.every_type_v1'::regclass AND attnum BETWEEN 1 AND 37");

        Assert.Equal(TypeCases.All.Count, (await EveryType.SyncAsync(test.Store, Source.Sql("SELECT " + columns[0] + " FROM features.every_type_v1"))).Unchanged);
        Assert.Equal(TypeCases.All.Count, (await EveryType.SyncAsync(test.Store, TypeCases.All.Select(row => row.Given))).Unchanged);
    }

    [Fact]
    public async Task Every_kind_of_key_finds_its_row_alone_and_in_a_batch()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<EveryKey>();
        EveryKey one = new()
        {
            Boolean = true,
            Int16 = 1,
            Int32 = 2,
            Int64 = 3,
            Numeric = 4.5m,
            Text = "\u00E9",
            Varchar = "ß",
            Instant = DateTimeOffset.MinValue,
            Date = DateOnly.MaxValue,
            Time = new(23, 59),
            Uuid = Guid.AllBitsSet,
            Tier = Tier.Paid,
            Value = 1,
        };
        var two = one with { Tier = Tier.Free, Value = 2 };
        await EveryKey.SyncAsync(test.Store, [one, two]);

        Assert.Equal(one, await EveryKey.OnlineFeaturesAsync(
            test.Store, true, 1, 2, 3, 4.5000m, "\u00E9", "ß", DateTimeOffset.MinValue, DateOnly.MaxValue, new(23, 59), Guid.AllBitsSet, Tier.Paid));
        Assert.Equal([two, one, null], await EveryKey.OnlineFeaturesAsync(test.Store, [KeyOf(two), KeyOf(one), KeyOf(one) with { Text = "e\u0301" }]));
    }

    private static EveryKey.Key KeyOf(EveryKey row) =>
        new(row.Boolean, row.Int16, row.Int32, row.Int64, row.Numeric, row.Text, row.Varchar, row.Instant, row.Date, row.Time, row.Uuid, row.Tier);

    private static void Same(string name, EveryType expected, EveryType? actual)
    {
        Assert.True(actual is not null, $"{name}: no row");
        foreach (var (wanted, found) in Rendering.Of(expected).Zip(Rendering.Of(actual)))
            Assert.True(wanted == found, $"{name}: expected {wanted}, found {found}");
    }
}
