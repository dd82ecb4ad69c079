using Ematix.Planning.Training;

namespace Ematix.Training;

/// <summary>
/// Carries staged rows from one session to another of the same snapshot: temporary tables are a session's own, and running the caller's query again
/// could give other rows, or another order.
/// </summary>
internal static class Relay
{
    private const int BufferBytes = 64 * 1024;

    /// <summary>Carries these rows of the stage into a new stage.</summary>
    public static async Task RunAsync(Session from, Session to, SpineRelation rows, CancellationToken cancellationToken)
    {
        await to.ExecuteAsync(SpinePlanner.StageOther(rows), cancellationToken).ConfigureAwait(false);
        var source = await from.RawCopyAsync(SpinePlanner.CopyRows(rows), cancellationToken).ConfigureAwait(false);
        await using (source.ConfigureAwait(false))
        {
            var target = await to.RawCopyAsync(SpinePlanner.CopyStage, cancellationToken).ConfigureAwait(false);
            await using (target.ConfigureAwait(false))
                await source.CopyToAsync(target, BufferBytes, cancellationToken).ConfigureAwait(false);
        }
    }
}
