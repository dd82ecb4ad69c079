using System.Globalization;

namespace Ematix.Benchmarks.Training;

/// <summary>
/// The same data for both engines, in SQL that both read: whole numbers decide everything. A customer's versions lie evenly in 100 days, at an own second;
/// a spine has random customers at random instants of 110 days.
/// </summary>
/// <param name="Customers">How many.</param>
/// <param name="Versions">How many each of them has.</param>
internal sealed record HistoryRows(int Customers, int Versions)
{
    public static readonly string[] Features = ["purchases", "returns", "orders", "visits", "score", "ratio", "amount", "active", "segment", "seen_at"];

    /// <summary>All of them.</summary>
    public int Count => Customers * Versions;

    private int SecondsApart => 8_640_000 / Versions;

    /// <summary>One version of every customer, with its start and its end (NULL of the last).</summary>
    /// <param name="version">Which one, from 1.</param>
    /// <param name="view">Views differ in their values.</param>
    /// <param name="instant">The type of an instant, as the engine spells it.</param>
    public string Of(int version, int view, string instant) => Text($"""
        SELECT e AS customer_id, (e * 7919 + {version * 104729 + view}) % 100003 AS purchases, (e * 31 + {version}) % 97 AS returns,
            ((e + {version}) % 1000)::int4 AS orders, ((e * 13 + {version}) % 5000)::int4 AS visits,
            ((e * 31 + {version}) % 1000)::float8 / 7 AS score, ((e * 17 + {version}) % 997)::float8 / 997 AS ratio,
            (((e * 13 + {version * 17}) % 1000000)::numeric(14,2) / 100)::numeric(12,2) AS amount, (e + {version}) % 3 = 0 AS active,
            'segment ' || ((e + {version}) % 1000)::text AS segment, {Start(version, instant)} AS seen_at,
            {Start(version, instant)} AS valid_from, {(version < Versions ? Start(version + 1, instant) : $"NULL::{instant}")} AS valid_to
        FROM generate_series(1::int8, {Customers}::int8) AS t(e)
        """);

    /// <summary>A spine, with a label, in the order of <c>n</c>.</summary>
    public string Spine(int rows, string instant) => Text($"""
        SELECT n, 1 + ((((n * 2654435761) % 4294967296) * {Customers}) >> 32) AS customer_id,
            {instant} '2024-01-01 00:00:00' + ((n * 2246822519) % 9504000) * interval '1 second' AS as_of, (n % 2)::int4 AS label
        FROM generate_series(1::int8, {rows}::int8) AS t(n)
        """);

    private string Start(int version, string instant) => Text($"({instant} '2024-01-01 00:00:00' + ({version * SecondsApart} + (e * 7919) % {SecondsApart}) * interval '1 second')");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
