namespace Ematix.Tests;

/// <summary>What <see cref="Undisposable{T}"/> throws.</summary>
internal static class Undisposable
{
    public const string Disposal = "The provider's disposal failed.";

    public const string Reading = "The provider's reading failed.";
}

/// <summary>Gives one thing, and can't be disposed.</summary>
internal sealed class Undisposable<T>(T given) : IAsyncEnumerable<T>, IAsyncEnumerator<T>
{
    private bool _isGiven;

    /// <summary>Whether it can't say either that there is no more.</summary>
    public bool Breaks { get; init; }

    public T Current => given;

    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        _isGiven = false;
        return this;
    }

    public ValueTask<bool> MoveNextAsync()
    {
        if (_isGiven && Breaks)
            throw new InvalidOperationException(Undisposable.Reading);
        (var hasMore, _isGiven) = (!_isGiven, true);
        return ValueTask.FromResult(hasMore);
    }

    public ValueTask DisposeAsync() => throw new InvalidOperationException(Undisposable.Disposal);
}
