namespace Ematix.Loading;

/// <summary>Typed rows of the view, streamed; one of the two is given.</summary>
internal sealed class RowSource<TView>(IEnumerable<TView>? rows, IAsyncEnumerable<TView>? asyncRows) : Source
{
    internal override SyncPath Path => SyncPath.Client;

    public async IAsyncEnumerable<TView> ReadAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (asyncRows is not null)
        {
            await foreach (var row in asyncRows.WithCancellation(cancellationToken).ConfigureAwait(false))
                yield return row;
            yield break;
        }

        foreach (var row in rows!)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return row;
        }
    }
}
