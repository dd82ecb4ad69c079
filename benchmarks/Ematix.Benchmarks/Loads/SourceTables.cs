using System.Globalization;
using Ematix.Benchmarks.Measuring;

namespace Ematix.Benchmarks.Loads;

/// <summary>What loads read: one row a customer, in no order, of which a part differs from what history has.</summary>
internal static class SourceTables
{
    /// <summary>The table with this percentage of changed rows.</summary>
    public static string Name(int changed) => string.Create(CultureInfo.InvariantCulture, $"raw.customers_{changed}");

    /// <summary>All rows of a table that has a key.</summary>
    public static string Query(int changed) => $"SELECT * FROM {Name(changed)}";

    /// <summary>The same rows, without a key that the server could rely on.</summary>
    public static string UnkeyedQuery(int changed) => $"{Query(changed)} OFFSET 0";

    /// <summary>Creates the tables: the first has what history will have.</summary>
    public static async Task CreateAsync(BenchmarkDatabase database, int rows, params int[] changed)
    {
        await database.ExecuteAsync("CREATE SCHEMA raw", string.Create(CultureInfo.InvariantCulture, $"""
            CREATE TABLE {Name(0)} AS
            SELECT i::bigint AS customer_id,
                (i * 7919) % 100000 AS purchases,
                (i % 1000)::int AS orders,
                ((i * 13) % 1000000 / 100.0)::numeric(10,2) AS average_order,
                ((i * 17) % 10000000 / 100.0)::numeric(12,2) AS spend,
                sin(i) AS score,
                cos(i) AS ratio,
                i % 3 = 0 AS active,
                'country ' || i % 200 AS country,
                'segment ' || i % 17 AS segment,
                timestamptz '2024-01-01 00:00:00+00' + i % 100000 * interval '1 second' AS last_seen_at
            FROM generate_series(1::bigint, {rows}) AS i
            ORDER BY hashint8(i)
            """));
        foreach (var percent in changed.Where(percent => percent > 0))
        {
            var differs = string.Create(CultureInfo.InvariantCulture, $"abs(hashint8(customer_id)::bigint) % 100 < {percent}");
            await database.ExecuteAsync($"""
                CREATE TABLE {Name(percent)} AS
                SELECT customer_id, purchases + ({differs})::int AS purchases, orders, average_order, spend, score, ratio, active, country, segment,
                    last_seen_at + ({differs})::int * interval '1 day' AS last_seen_at
                FROM {Name(0)}
                """);
        }

        foreach (var percent in changed)
            await database.ExecuteAsync($"ALTER TABLE {Name(percent)} ADD PRIMARY KEY (customer_id)", $"VACUUM ANALYZE {Name(percent)}");
    }
}
