using Ematix.Planning;

namespace Ematix.Loading;

/// <summary>The load's time: the database's clock, read under the target's lock, and later than every load of the target before.</summary>
/// <param name="Microseconds">Since 2000-01-01 UTC.</param>
/// <param name="IsAdjusted">Whether the clock had gone back.</param>
internal readonly record struct LoadClock(long Microseconds, bool IsAdjusted)
{
    public static async Task<LoadClock> ReadAsync(Session session, LoadPlan plan, string catalogName, CancellationToken cancellationToken)
    {
        var (clock, last) = (await session.QueryAsync(
            plan.Clock,
            reader => (Clock: reader.GetFieldValue<long>(0), Last: reader.IsDBNull(1) ? long.MinValue : reader.GetFieldValue<long>(1)),
            cancellationToken,
            Parameters.Text(catalogName)).ConfigureAwait(false))[0];
        return clock > last ? new(clock, IsAdjusted: false) : new(last + 1, IsAdjusted: true);
    }
}
