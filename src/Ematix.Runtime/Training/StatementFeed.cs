namespace Ematix.Training;

/// <summary>A query's rows as a part of the one statement that reads them, where nothing can be staged.</summary>
internal sealed class StatementFeed : SpineFeed
{
    private bool _isGiven;

    public override long RowsToJudge => 0;

    public override Task PrepareAsync(Session session, CancellationToken cancellationToken) => session.TakeCallersPathAsync(cancellationToken);

    public override bool Cut(JoinStrategy strategy) => false;

    public override ValueTask<SpinePart?> NextAsync(CancellationToken cancellationToken)
    {
        var part = _isGiven ? null : new SpinePart { Relation = Relation, Rows = null };
        _isGiven = true;
        return ValueTask.FromResult(part);
    }
}
