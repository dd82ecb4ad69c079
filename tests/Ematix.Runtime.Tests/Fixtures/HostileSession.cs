using Npgsql;

namespace Ematix.Tests;

/// <summary>Settings of a role or database, and things first in its search path, that other designs trip over.</summary>
internal static class HostileSession
{
    /// <summary>Settings that are legal and change how values are written, read, compared and planned. Limits of time are left out: they have tests of their own.</summary>
    private static readonly string[] Settings =
    [
        "timezone = 'America/St_Johns'",
        "datestyle = 'SQL, DMY'",
        "intervalstyle = 'sql_standard'",
        "bytea_output = 'escape'",
        "extra_float_digits = -15",
        "array_nulls = off",
        "transform_null_equals = on",
        "quote_all_identifiers = on",
        "standard_conforming_strings = off",
        "backslash_quote = off",
        "row_security = off",
        "default_transaction_isolation = 'serializable'",
        "default_transaction_read_only = on",
        "default_transaction_deferrable = on",
        "default_statistics_target = 1",
        "plan_cache_mode = 'force_generic_plan'",
        "join_collapse_limit = 1",
        "work_mem = '64kB'",
        "min_parallel_table_scan_size = 0",
        "parallel_setup_cost = 0",
        "search_path = evil, pg_catalog",
    ];

    private static readonly string[] Locales = ["lc_monetary", "lc_numeric", "lc_time"];

    /// <summary>Functions, types and operators that answer wrongly, and tables that look like ours.</summary>
    private const string Traps = """
        SET search_path = pg_catalog;
        CREATE SCHEMA evil;
        CREATE FUNCTION evil.clock_timestamp() RETURNS timestamptz LANGUAGE sql AS $$ SELECT timestamptz '1970-01-01Z' $$;
        CREATE FUNCTION evil.now() RETURNS timestamptz LANGUAGE sql AS $$ SELECT timestamptz '1970-01-01Z' $$;
        CREATE FUNCTION evil.row_number() RETURNS bigint LANGUAGE sql AS $$ SELECT 1::bigint $$;
        CREATE FUNCTION evil.nextval(text) RETURNS bigint LANGUAGE sql AS $$ SELECT NULL::bigint $$;
        CREATE FUNCTION evil.current_setting(text) RETURNS text LANGUAGE sql AS $$ SELECT '0' $$;
        CREATE FUNCTION evil.isfinite(timestamptz) RETURNS boolean LANGUAGE sql AS $$ SELECT false $$;
        CREATE FUNCTION evil.generate_series(integer, integer) RETURNS SETOF integer LANGUAGE sql AS $$ SELECT 1 WHERE false $$;
        CREATE FUNCTION evil.pg_advisory_xact_lock(bigint) RETURNS void LANGUAGE sql AS $$ SELECT $$;
        CREATE FUNCTION evil.hashtextextended(text, bigint) RETURNS bigint LANGUAGE sql AS $$ SELECT random()::bigint $$;
        DO $do$
        DECLARE t text; o text;
        BEGIN
            FOREACH t IN ARRAY ARRAY['int4', 'int8', 'float8', 'numeric', 'timestamptz', 'timestamp', 'date', 'uuid'] LOOP
                EXECUTE format('CREATE FUNCTION evil.never(%1$I, %1$I) RETURNS boolean LANGUAGE sql AS $$ SELECT false $$', t);
                EXECUTE format('CREATE FUNCTION evil.max(%1$I) RETURNS %1$I LANGUAGE sql AS $$ SELECT NULL::%1$I $$', t);
                FOREACH o IN ARRAY ARRAY['=', '<>', '<', '<=', '>', '>='] LOOP
                    EXECUTE format('CREATE OPERATOR evil.%1$s (FUNCTION = evil.never, LEFTARG = %2$I, RIGHTARG = %2$I)', o, t);
                END LOOP;
            END LOOP;
        END $do$;
        CREATE FUNCTION evil.never(varchar, text) RETURNS boolean LANGUAGE sql AS $$ SELECT false $$;
        CREATE OPERATOR evil.= (FUNCTION = evil.never, LEFTARG = varchar, RIGHTARG = text);
        CREATE TABLE evil.user_spend_v1 (user_id bigint);
        CREATE TABLE evil.feature_views (name text);
        CREATE TABLE evil.labels (user_id bigint, t timestamptz, label real);
        INSERT INTO evil.labels VALUES (7, '2024-03-02 10:00Z', 0.1), (7, '2024-03-02 09:59:59.999999Z', -1.5), (8, '2024-03-31 10:00Z', NULL), (8, '2024-03-31 10:00:00.000001Z', 1);
        CREATE DOMAIN evil.timestamptz AS text;
        CREATE DOMAIN evil.uuid AS text;
        CREATE DOMAIN evil.date AS text;
        CREATE DOMAIN evil.bytea AS text;
        CREATE DOMAIN evil.jsonb AS text;
        """;

    /// <summary>Makes new sessions of the store hostile; the plain SQL of tests keeps its own.</summary>
    /// <param name="test">The store.</param>
    /// <param name="ofRole">Whether the role has the settings, against others of its database.</param>
    /// <param name="more">Settings that come last.</param>
    public static async Task ApplyAsync(TestStore test, bool ofRole = false, params string[] more)
    {
        await test.ExecuteAsync(Traps);
        string[] locales = await test.RowsAsync("SELECT collcollate FROM pg_collation WHERE collprovider = 'c' AND collcollate NOT IN ('C', 'POSIX') AND collencoding IN (-1, 6) ORDER BY collcollate NOT LIKE 'tr%', collcollate LIMIT 1");
        string[] settings = [.. Settings, .. locales.SelectMany(_ => Locales, (locale, name) => $"{name} = '{locale}'"), .. more];
        await test.SetAsync(ofRole ? ["search_path = public", "datestyle = 'German'"] : settings);
        if (ofRole)
            await test.ExecuteAsync(string.Concat(settings.Select(setting => $"ALTER ROLE CURRENT_USER IN DATABASE \"{new NpgsqlConnectionStringBuilder(test.ConnectionString).Database}\" SET {setting};")));
    }

    /// <summary>Tells a story in a plain session and in a hostile one: it is the same.</summary>
    public static async Task TellTwiceAsync<TView>(PostgresFixture postgres, Func<TestStore, Task<IReadOnlyList<string>>> story, bool ofRole = false)
        where TView : class, IFeatureView<TView>
    {
        Assert.SkipUnless(postgres.Server.IsPrivate, "The server is shared (EMATIX_TEST_POSTGRES): its databases' settings are left alone.");
        await using var plain = (await TestStore.CreateAsync(postgres)).Audits<TView>();
        await using var hostile = (await TestStore.CreateAsync(postgres)).Audits<TView>();
        await ApplyAsync(hostile, ofRole);
        var expected = await story(plain);

        Assert.NotEmpty(expected);
        Assert.Equal(expected, await story(hostile));
    }
}
