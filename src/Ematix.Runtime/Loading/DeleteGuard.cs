using System.Globalization;
using Ematix.Planning;
using Ematix.Sql;
using Npgsql;

namespace Ematix.Loading;

/// <summary>Refuses deletes that look like a broken source, and names some of the keys that would go.</summary>
internal static class DeleteGuard
{
    /// <param name="session">The load's transaction.</param>
    /// <param name="plan">The load's statements.</param>
    /// <param name="bound">The parameters of the statements that find the keys, made anew for each.</param>
    /// <param name="sourceRows">How many rows the source has.</param>
    /// <param name="maxFraction">The greatest part of the keys that may be deleted.</param>
    /// <param name="allowEmptySource">Whether a source without rows may delete all keys.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="DeleteGuardException">More would be deleted than may be.</exception>
    public static async Task CheckAsync(
        Session session, LoadPlan plan, Func<NpgsqlParameter[]> bound, long sourceRows, double maxFraction, bool allowEmptySource, CancellationToken cancellationToken)
    {
        if (plan.CountDeletes is not { } count)
            return;
        var (keys, absent) = (await session.QueryAsync(count, reader => (reader.GetInt64(0), reader.GetInt64(1)), cancellationToken, bound()).ConfigureAwait(false))[0];
        if (Remedy(sourceRows, keys, absent, maxFraction, allowEmptySource) is not { } remedy)
            return;
        var sample = await session.QueryAsync(plan.SampleDeletes!, reader => KeyText.Of(plan.View, reader, 0), cancellationToken, bound()).ConfigureAwait(false);
        var fact = string.Create(CultureInfo.InvariantCulture, $"it would delete {absent} of {keys} key(s)");
        throw new DeleteGuardException(BatchGuard.Message(plan.View, fact, sample, remedy), Identifier.Table(plan.View), absent, keys, sample);
    }

    private static string? Remedy(long sourceRows, long keys, long absent, double maxFraction, bool allowEmptySource) => sourceRows switch
    {
        _ when absent == 0 => null,
        0 => allowEmptySource ? null : "The source is empty: if that is so, set AllowEmptySource.",
        _ when absent > maxFraction * keys => string.Create(
            CultureInfo.InvariantCulture, $"That is more than MaxDeleteFraction ({maxFraction}): if the source is whole, raise it."),
        _ => null,
    };
}
