using Ematix.Planning.Training;

namespace Ematix.Training;

/// <summary>Sessions of one snapshot that work on one spine, each on the rows of a range of keys.</summary>
/// <param name="join">The join.</param>
/// <param name="sessions">The sessions.</param>
/// <param name="unshared">So few rows are left to one session.</param>
internal sealed class SharedWork(TrainingJoin join, IReadOnlyList<Session> sessions, int unshared)
{
    public IReadOnlyList<Session> Sessions => sessions;

    /// <summary>Whether so many rows are worth a stage, and more than one connection.</summary>
    public bool IsLong(long rows) => rows > unshared;

    /// <summary>Cuts a table that all sessions see: a range a session, or fewer where there are few rows, or few that have keys.</summary>
    public async Task<IReadOnlyList<SpineRelation>> CutAsync(SpineRelation spine, long rows, CancellationToken cancellationToken)
    {
        if (sessions.Count == 1 || !IsLong(rows))
            return [spine];
        var cutting = join with { Spine = spine };
        var cuts = await sessions[0].QueryAsync(
            KeyRangePlanner.Cuts(cutting, sessions.Count, rows), reader => Enumerable.Range(0, reader.FieldCount).Select(reader.GetString).ToArray(), cancellationToken).ConfigureAwait(false);
        foreach (var session in sessions)
        {
            foreach (var (cut, keys) in cuts.Index())
            {
                foreach (var (key, value) in keys.Index())
                    await session.SetLocalAsync(TrainingValues.Cut(cut, key), value, cancellationToken).ConfigureAwait(false);
            }
        }

        return [.. Enumerable.Range(0, cuts.Count + 1).Select(range => KeyRangePlanner.Range(cutting, range, cuts.Count + 1))];
    }

    /// <summary>Cuts the first session's stage, and gives the other sessions theirs in a stage of their own.</summary>
    public async Task<IReadOnlyList<SpineRelation>> ShareAsync(SpineRelation stage, long rows, CancellationToken cancellationToken)
    {
        var ranges = await CutAsync(stage, rows, cancellationToken).ConfigureAwait(false);
        for (var i = 1; i < ranges.Count; i++)
            await Relay.RunAsync(sessions[0], sessions[i], ranges[i], cancellationToken).ConfigureAwait(false);
        return [ranges[0], .. Enumerable.Repeat(stage, ranges.Count - 1)];
    }
}
