using System.Globalization;
using Apache.Arrow;
using Ematix.Benchmarks.Measuring;
using Ematix.Model;
using Ematix.Runtime;

namespace Ematix.Benchmarks.Transfer;

/// <summary>Twelve columns as feature tables have them; every tenth feature is NULL.</summary>
internal static class WideTable
{
    private const string Columns = "id, customer, orders, visits, score, ratio, spend, average, country, segment, active, at";

    public const string Copy = $"COPY (SELECT {Columns} FROM wide) TO STDOUT (FORMAT binary)";
    public const string PsqlCopy = $"\\copy (SELECT {Columns} FROM wide) TO '/dev/null' (FORMAT binary)";
    public const string Query = $"SELECT {Columns} FROM wide";

    public static readonly ColumnType[] Types =
    [
        new(ColumnKind.Int64), new(ColumnKind.Int64), new(ColumnKind.Int32), new(ColumnKind.Int32), new(ColumnKind.Double), new(ColumnKind.Double),
        new(ColumnKind.Numeric) { Precision = 12, Scale = 2 }, new(ColumnKind.Numeric) { Precision = 12, Scale = 2 },
        new(ColumnKind.Text), new(ColumnKind.Text), new(ColumnKind.Boolean), new(ColumnKind.Instant),
    ];

    public static readonly Schema Schema = new(Columns.Split(", ").Zip(Types, (name, type) => new Field(name, ArrowSchemas.TypeOf(type), nullable: true)), metadata: null);

    public static Task CreateAsync(BenchmarkDatabase database, int rows) => database.ExecuteAsync(
        string.Create(CultureInfo.InvariantCulture, $"""
            CREATE TABLE wide AS
            SELECT i AS id, i * 7919 % 1000003 AS customer, (i % 100)::int4 AS orders, CASE WHEN i % 10 <> 0 THEN (i % 1000)::int4 END AS visits,
                   CASE WHEN i % 10 <> 1 THEN i / 7.0::float8 END AS score, (i % 997) / 997.0::float8 AS ratio,
                   CASE WHEN i % 10 <> 2 THEN ((i % 1000000) / 8.0)::numeric(12,2) END AS spend, ((i % 5000) / 3.0)::numeric(12,2) AS average,
                   CASE WHEN i % 10 <> 3 THEN (ARRAY['de', 'fr', 'us', 'jp'])[1 + i % 4] END AS country, 'segment ' || i % 1000 AS segment,
                   i % 3 = 0 AS active, timestamptz '2024-01-01 00:00:00+00' + i * interval '1 s' AS at
            FROM generate_series(1::int8, {rows}) i
            """),
        "VACUUM ANALYZE wide");
}
