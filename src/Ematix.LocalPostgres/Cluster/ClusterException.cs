namespace Ematix.LocalPostgres.Cluster;

/// <summary>A program of the server failed; the last lines that it wrote are part of the message.</summary>
internal sealed class ClusterException(string what, string output)
    : Exception(output.Length == 0 ? what : $"{what} It said:\n{output}")
{
    /// <summary>Another process took the port between our choice and the server's start.</summary>
    public bool PortWasTaken { get; } = output.Contains("could not bind", StringComparison.Ordinal);
}
