using Ematix.Planning.Training;

namespace Ematix.Training;

/// <summary>A query's rows in a temporary table, read by ranges of their numbers.</summary>
internal sealed class StagedFeed : SpineFeed
{
    /// <summary>Rows a part: their answers are sorted in memory, and the first are out before the last are found.</summary>
    private const long PartRows = 100_000;

    private readonly Session _session;
    private readonly long _rows;
    private long _partRows;
    private long _given;
    private bool _isPassed;

    public StagedFeed(TrainingContext context, long rows)
    {
        (_session, _rows, _partRows) = (context.Session, rows, rows);
        Rows = rows;
    }

    public override long RowsToJudge => _rows;

    public override bool Cut(JoinStrategy strategy)
    {
        _isPassed = strategy != JoinStrategy.Probe;
        if (!_isPassed && _rows > PartRows * 3 / 2)
            _partRows = PartRows;
        return _partRows < _rows;
    }

    public override async Task PrepareAsync(Session session, CancellationToken cancellationToken)
    {
        if (_isPassed)
            await session.ExecuteAsync(SpinePlanner.Analyze, cancellationToken).ConfigureAwait(false);
        else if (_partRows < _rows)
            await session.ExecuteAsync(SpinePlanner.Index, cancellationToken).ConfigureAwait(false);
    }

    public override async Task ShareAsync(IReadOnlyList<Session> sessions, CancellationToken cancellationToken)
    {
        for (var i = 1; i < sessions.Count; i++)
            await Relay.RunAsync(_session, sessions[i], Relation, _partRows, i, sessions.Count, cancellationToken).ConfigureAwait(false);
    }

    public override ValueTask<SpinePart?> NextAsync(CancellationToken cancellationToken)
    {
        if (_given >= _rows)
            return ValueTask.FromResult<SpinePart?>(null);
        var last = Math.Min(_rows, _given + _partRows);
        var part = new SpinePart { Relation = _partRows < _rows ? SpinePlanner.Part(Relation, _given, last) : Relation, Rows = last - _given };
        _given = last;
        return ValueTask.FromResult<SpinePart?>(part);
    }
}
