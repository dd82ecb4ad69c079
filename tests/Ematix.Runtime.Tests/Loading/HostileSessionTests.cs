using static Ematix.Tests.Times;

namespace Ematix.Tests.Loading;

/// <summary>Settings of a role or database that other designs trip over change nothing here.</summary>
public sealed class HostileSessionTests(PostgresFixture postgres)
{
    private static readonly string[] Hostile =
    [
        "timezone = 'America/St_Johns'",
        "datestyle = 'SQL, DMY'",
        "intervalstyle = 'sql_standard'",
        "bytea_output = 'escape'",
        "extra_float_digits = -15",
        "default_transaction_isolation = 'serializable'",
        "default_transaction_read_only = on",
        "standard_conforming_strings = off",
        "search_path = evil, pg_catalog",
    ];

    /// <summary>Functions and operators that answer wrongly, first in the search path, and a table that looks like ours.</summary>
    private const string Traps = """
        SET default_transaction_read_only = off;
        SET search_path = pg_catalog;
        CREATE SCHEMA evil;
        CREATE FUNCTION evil.clock_timestamp() RETURNS timestamptz LANGUAGE sql AS $$ SELECT timestamptz '1970-01-01Z' $$;
        CREATE FUNCTION evil.now() RETURNS timestamptz LANGUAGE sql AS $$ SELECT timestamptz '1970-01-01Z' $$;
        CREATE FUNCTION evil.row_number() RETURNS bigint LANGUAGE sql AS $$ SELECT 1::bigint $$;
        CREATE FUNCTION evil.pg_advisory_xact_lock(bigint) RETURNS void LANGUAGE sql AS $$ SELECT $$;
        CREATE FUNCTION evil.hashtextextended(text, bigint) RETURNS bigint LANGUAGE sql AS $$ SELECT random()::bigint $$;
        CREATE TABLE evil.user_spend_v1 (user_id bigint);
        CREATE TABLE evil.feature_views (name text);
        """;

    [Fact]
    public async Task History_and_reads_are_the_same_in_a_hostile_session()
    {
        await using var plain = (await TestStore.CreateAsync(postgres)).Audits<UserSpend>().Audits<Profile>();
        await using var hostile = (await TestStore.CreateAsync(postgres)).Audits<UserSpend>().Audits<Profile>();
        Assert.SkipUnless(postgres.Server.IsPrivate, "The server is shared (EMATIX_TEST_POSTGRES): its databases' settings are left alone.");
        await hostile.ExecuteAsync(Traps);
        await hostile.SetAsync(Hostile);

        Assert.Equal(await StoryAsync(plain), await StoryAsync(hostile));
    }

    private static async Task<string[]> StoryAsync(TestStore test)
    {
        var start = At("1999-12-31 23:59:59.999999");
        List<string> story = [];
        foreach (var source in new[] { Spend(1, start, 1.005m), Spend(1, start, 2.5m), Spend(1, start + Microsecond, null), Spend(2, start, 0m) })
        {
            var result = await UserSpend.SyncAsync(test.Store, source, new() { LateArrivals = LateArrivals.Insert });
            story.Add($"{result.Inserted} {result.Closed} {result.Expired} {result.Unchanged} {result.ClockAdjusted}");
        }

        await Profile.SyncAsync(test.Store, [new Profile { Id = 1, City = @"back\slash 'quote'" }]);
        story.Add((await Profile.OnlineFeaturesAsync(test.Store, 1))!.City!);
        foreach (var asOf in new[] { start - Microsecond, start, start + Microsecond })
            story.Add($"{(await UserSpend.PointInTimeAsync(test.Store, 1, asOf))?.Average}");
        await foreach (var version in UserSpend.HistoryAsync(test.Store, 1, includeReplaced: true))
            story.Add($"{version.ValidFrom:O} {version.Row.Average} {version.IsReplaced} {version.ClosedBy}");
        return [.. story];
    }

    private static Source Spend(long user, DateTimeOffset at, decimal? average) =>
        Source.Sql($"SELECT {user} AS user_id, 1 AS purchases, {average}::numeric AS average, {at} AS at");
}
