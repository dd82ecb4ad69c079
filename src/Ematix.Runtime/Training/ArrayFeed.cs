using Ematix.Model;
using Ematix.Planning.Training;

namespace Ematix.Training;

/// <summary>A spine of the client's: the columns that the join needs are brought to the server part by part.</summary>
internal abstract class ArrayFeed : SpineFeed
{
    private SpinePart? _first;
    private bool _isBegun;

    /// <summary>The first part, read to judge the spine; null of an empty one.</summary>
    public required ArrayPart? First { get; init; }

    public override long RowsToJudge => First?.Rows ?? 0;

    public override bool CanBeShared => CanStage;

    /// <summary>Whether the transaction can have temporary tables.</summary>
    public required bool CanStage { get; init; }

    public override async ValueTask<SpinePart?> NextAsync(CancellationToken cancellationToken)
    {
        (_first, _isBegun) = (_isBegun ? null : First, true);
        return _first ?? (First is null ? null : await ReadPartAsync().ConfigureAwait(false));
    }

    public static SpineRelation RelationOf(EquatableArray<SpineColumn> columns, string asOf) =>
        SpinePlanner.FromArrays(columns, asOf, (i, type) => TrainingValues.Array(TrainingValues.Column(i), type));

    /// <summary>The next part, cancelled by what the spine was opened with.</summary>
    protected abstract ValueTask<SpinePart?> ReadPartAsync();
}
