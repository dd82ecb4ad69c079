using Ematix.Planning;
using Npgsql;

namespace Ematix.Loading;

/// <summary>The load's time: the database's clock, read under the target's lock, and later than every load of the target before.</summary>
/// <param name="Microseconds">Since 2000-01-01 UTC.</param>
/// <param name="Database">What the database's clock said.</param>
internal readonly record struct LoadClock(long Microseconds, long Database)
{
    /// <summary>Whether the clock had gone back.</summary>
    public bool IsAdjusted => Microseconds != Database;

    public static async Task<LoadClock> ReadAsync(Session session, LoadPlan plan, CancellationToken cancellationToken)
    {
        var (clock, last) = (await session.QueryAsync(
            plan.Clock,
            reader => (Clock: reader.GetFieldValue<long>(0), Last: InstantOrNull(reader, 1) ?? long.MinValue),
            cancellationToken,
            Parameters.Text(plan.View.CatalogName)).ConfigureAwait(false))[0];
        return clock > last ? new(clock, clock) : new(last + 1, clock);
    }

    public static long? InstantOrNull(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetFieldValue<long>(column);
}
