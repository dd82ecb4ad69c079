namespace Ematix.LocalPostgres;

/// <summary>How <see cref="PostgresServer.StopAsync"/> stops the server.</summary>
public enum PostgresStopMode
{
    /// <summary>Rolls open transactions back, closes connections, writes a checkpoint: the next start recovers nothing.</summary>
    Fast,

    /// <summary>Ends all server processes at once, as a crash would: the next start replays the log. Committed data stays.</summary>
    Immediate,
}
