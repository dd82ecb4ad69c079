using System.Globalization;
using Apache.Arrow;
using static Ematix.Tests.Times;

namespace Ematix.Tests.Memory;

/// <summary>A spine of any length whose answers can be told from the number of a row: five days of a thousand users, asked for half a day after each and half a day before the first.</summary>
internal static class LongSpine
{
    private const int Users = 1000;
    private const int Asked = 1100;
    private const int Days = 5;

    private static readonly DateTimeOffset Start = At("2024-03-01 10:00");

    public static IEnumerable<UserSpend> History() => Enumerable.Range(0, Users).SelectMany(user => Enumerable.Range(0, Days).Select(day =>
        new UserSpend { UserId = user, Purchases = (user * 10) + day, At = Start.AddDays(day) }));

    public static SpineRow<long> Row(int i) => new(User(i), AsOf(i));

    /// <summary>The answer for a row: none for a user that there is not, and none before the first day.</summary>
    public static long? Purchases(int i) => User(i) < Users && i % (Days + 1) > 0 ? (User(i) * 10) + (i % (Days + 1)) - 1 : null;

    public static string Query(int rows) => string.Create(
        CultureInfo.InvariantCulture,
        $"SELECT i AS label, (i::bigint * 7919 % {Asked}) AS user_id, timestamptz '2024-02-29 22:00Z' + i % {Days + 1} * interval '24 hours' AS t FROM generate_series(0, {rows - 1}) AS i ORDER BY i");

    public static IEnumerable<RecordBatch> Batches(int rows)
    {
        foreach (var numbers in Enumerable.Range(0, rows).Chunk(30_000))
        {
            using var batch = Tests.Batches.Of(
                ("label", new Int32Array.Builder().AppendRange(numbers).Build()),
                ("user_id", Tests.Batches.Longs([.. numbers.Select(i => (long?)User(i))])),
                ("t", Tests.Batches.Instants([.. numbers.Select(i => (DateTimeOffset?)AsOf(i))])));
            yield return batch;
        }
    }

    private static long User(int i) => (long)i * 7919 % Asked;

    private static DateTimeOffset AsOf(int i) => Start.AddHours((24 * (i % (Days + 1))) - 12);
}
