using Ematix.Planning.Training;

namespace Ematix.Training;

/// <summary>A table's rows where they lie: each session reads them there, by ranges of pages.</summary>
internal sealed class TableFeed : SpineFeed
{
    private readonly long _rows;
    private readonly List<RowRange> _parts;
    private IReadOnlyList<SpineRelation> _ranges = [];
    private int _given;

    /// <param name="rows">How many rows the table has.</param>
    /// <param name="pages">How many pages it has.</param>
    /// <param name="most">About how many rows a part has at most.</param>
    public TableFeed(long rows, long pages, long most)
    {
        Rows = _rows = rows;
        _parts = rows == 0 ? [] : PartSizes.Cut(pages, Math.Clamp((long)(pages * ((double)most / rows)), 1, pages));
    }

    public override long RowsToJudge => _rows;

    public override bool CanBeShared => true;

    public override async Task PrepareAsync(SharedWork work, CancellationToken cancellationToken) =>
        _ranges = await work.CutAsync(Relation, _rows, cancellationToken).ConfigureAwait(false);

    public override ValueTask<SpinePart?> NextAsync(CancellationToken cancellationToken)
    {
        if (_given == _parts.Count)
            return ValueTask.FromResult<SpinePart?>(null);
        var pages = _parts[_given++];
        return ValueTask.FromResult<SpinePart?>(new ServerPart([.. _ranges.Select(range => _parts.Count > 1 ? SpinePlanner.Pages(range, pages.Above, pages.UpTo) : range)]) { Rows = _parts.Count > 1 ? null : _rows });
    }
}
