namespace Ematix.LocalPostgres;

/// <summary>No server could be started. The message names each way that was tried, why it failed and what would make it work; it holds no password.</summary>
public sealed class PostgresUnavailableException : Exception
{
    internal PostgresUnavailableException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
