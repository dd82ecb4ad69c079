using Ematix.Planning;
using Npgsql;

namespace Ematix.Loading;

/// <summary>The load's time: the database's clock, read under the target's lock, and later than every load of the target before.</summary>
/// <param name="Microseconds">Since 2000-01-01 UTC.</param>
/// <param name="IsAdjusted">Whether the clock had gone back.</param>
internal readonly record struct LoadClock(long Microseconds, bool IsAdjusted)
{
    public static async Task<LoadClock> ReadAsync(Session session, LoadPlan plan, CancellationToken cancellationToken)
    {
        var (clock, last) = (await session.QueryAsync(
            plan.Clock,
            reader => (Clock: reader.GetFieldValue<long>(0), Last: InstantOrNull(reader, 1) ?? long.MinValue),
            cancellationToken,
            Parameters.Text(plan.View.CatalogName)).ConfigureAwait(false))[0];
        return clock > last ? new(clock, IsAdjusted: false) : new(last + 1, IsAdjusted: true);
    }

    public static long? InstantOrNull(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetFieldValue<long>(column);
}
