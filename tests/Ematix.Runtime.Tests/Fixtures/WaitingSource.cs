namespace Ematix.Tests;

/// <summary>Gives what it has, and then waits for more until it is cancelled.</summary>
internal sealed class WaitingSource<T>(IEnumerable<T> given) : IAsyncEnumerable<T>
{
    private readonly TaskCompletionSource _waits = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Done when everything was given, and more was asked for.</summary>
    public Task Waits => _waits.Task;

    /// <summary>Whether an enumeration was ended properly.</summary>
    public bool HasEnded { get; private set; }

    public async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        try
        {
            foreach (var each in given)
                yield return each;
            _waits.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
        finally
        {
            HasEnded = true;
        }
    }
}
