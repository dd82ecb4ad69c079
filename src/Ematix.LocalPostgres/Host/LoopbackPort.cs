using System.Net;
using System.Net.Sockets;

namespace Ematix.LocalPostgres.Host;

internal static class LoopbackPort
{
    /// <summary>A port of 127.0.0.1 that was free a moment ago. PostgreSQL can't choose one itself, so another process may take it first: callers try again.</summary>
    public static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
