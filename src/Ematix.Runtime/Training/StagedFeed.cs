using Ematix.Planning.Training;

namespace Ematix.Training;

/// <summary>A query's rows in a temporary table, read by ranges of their numbers.</summary>
internal sealed class StagedFeed : SpineFeed
{
    private readonly Session _session;
    private readonly long _rows;
    private List<RowRange> _parts = [];
    private int _given;
    private bool _isPassed;

    public StagedFeed(TrainingContext context, long rows)
    {
        (_session, _rows) = (context.Session, rows);
        Rows = rows;
    }

    public override long RowsToJudge => _rows;

    public override bool Cut(JoinStrategy strategy)
    {
        _isPassed = strategy != JoinStrategy.Probe;
        _parts = !_isPassed ? PartSize.Cut(_rows) : _rows > 0 ? [new RowRange(0, _rows)] : [];
        return _parts.Count > 1;
    }

    public override async Task PrepareAsync(Session session, CancellationToken cancellationToken)
    {
        if (_isPassed)
            await session.ExecuteAsync(SpinePlanner.Analyze, cancellationToken).ConfigureAwait(false);
        else if (_parts.Count > 1)
            await session.ExecuteAsync(SpinePlanner.Index, cancellationToken).ConfigureAwait(false);
    }

    public override async Task ShareAsync(IReadOnlyList<Session> sessions, CancellationToken cancellationToken)
    {
        for (var i = 1; i < sessions.Count; i++)
            await Relay.RunAsync(_session, sessions[i], Relation, _parts.Where((_, part) => part % sessions.Count == i), cancellationToken).ConfigureAwait(false);
    }

    public override ValueTask<SpinePart?> NextAsync(CancellationToken cancellationToken)
    {
        if (_given == _parts.Count)
            return ValueTask.FromResult<SpinePart?>(null);
        var rows = _parts[_given++];
        return ValueTask.FromResult<SpinePart?>(new() { Relation = _parts.Count > 1 ? SpinePlanner.Part(Relation, rows) : Relation, Rows = rows.Rows });
    }
}
