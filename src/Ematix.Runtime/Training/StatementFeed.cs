namespace Ematix.Training;

/// <summary>A query's rows as a part of the one statement that reads them, where nothing can be staged.</summary>
internal sealed class StatementFeed : SpineFeed
{
    private bool _isGiven;

    public override long RowsToJudge => 0;

    public override bool CanBeShared => false;

    public override Task PrepareAsync(SharedWork work, CancellationToken cancellationToken) => work.Sessions[0].TakeCallersPathAsync(cancellationToken);

    public override ValueTask<SpinePart?> NextAsync(CancellationToken cancellationToken)
    {
        var part = _isGiven ? null : new ServerPart(Relation) { Rows = null };
        _isGiven = true;
        return ValueTask.FromResult<SpinePart?>(part);
    }
}
