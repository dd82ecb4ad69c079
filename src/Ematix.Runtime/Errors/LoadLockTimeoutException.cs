namespace Ematix;

/// <summary>Another load of the same target held its lock for longer than <see cref="SyncOptions{TView}.LockTimeout"/>, or than a read as known at an instant waits (<see cref="HistoricalOptions.WaitTimeout"/>).</summary>
public sealed class LoadLockTimeoutException : EmatixException
{
    internal LoadLockTimeoutException(string message, string target, int? holderProcessId, Exception innerException)
        : base(message, innerException) => (Target, HolderProcessId) = (target, holderProcessId);

    /// <summary>The table, quoted and qualified.</summary>
    public string Target { get; }

    /// <summary>The server process that held the lock, or null where it had let go by then.</summary>
    public int? HolderProcessId { get; }
}
