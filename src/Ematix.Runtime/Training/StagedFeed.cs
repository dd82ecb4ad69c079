using Ematix.Planning.Training;

namespace Ematix.Training;

/// <summary>A query's rows in a temporary table, read by ranges of their numbers.</summary>
internal sealed class StagedFeed : SpineFeed
{
    private readonly long _rows;
    private readonly List<RowRange> _parts;
    private readonly bool _isPassed;
    private IReadOnlyList<SpineRelation> _ranges = [];
    private int _given;

    /// <param name="rows">How many.</param>
    /// <param name="most">How many a part has at most.</param>
    /// <param name="isPassed">Whether the strategy passes over the whole histories, so that the planner must know the stage.</param>
    public StagedFeed(long rows, long most, bool isPassed)
    {
        Rows = _rows = rows;
        (_parts, _isPassed) = (PartSizes.Cut(rows, most), isPassed);
    }

    public override long RowsToJudge => _rows;

    public override bool CanBeShared => true;

    public override async Task PrepareAsync(SharedWork work, CancellationToken cancellationToken)
    {
        _ranges = await work.ShareAsync(Relation, _rows, cancellationToken).ConfigureAwait(false);
        foreach (var session in work.Sessions.Take(_ranges.Count))
        {
            if (_isPassed)
                await session.ExecuteAsync(SpinePlanner.Analyze, cancellationToken).ConfigureAwait(false);
            if (_parts.Count > 1)
                await session.ExecuteAsync(SpinePlanner.Index, cancellationToken).ConfigureAwait(false);
        }
    }

    public override ValueTask<SpinePart?> NextAsync(CancellationToken cancellationToken)
    {
        if (_given == _parts.Count)
            return ValueTask.FromResult<SpinePart?>(null);
        var part = _parts[_given++];
        return ValueTask.FromResult<SpinePart?>(new ServerPart([.. _ranges.Select(range => _parts.Count > 1 ? SpinePlanner.Part(range, part) : range)]) { Rows = part.Rows });
    }
}
