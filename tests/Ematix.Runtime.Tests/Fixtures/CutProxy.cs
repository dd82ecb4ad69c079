using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Ematix.Tests;

/// <summary>How a connection ends at a message of the client.</summary>
public enum Cut
{
    Before,
    Half,
    After,
}

/// <summary>Stands between product and server, counts the messages that the product sends, over all its connections, and ends the connection at one of them.</summary>
public sealed class CutProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly IPEndPoint _server;
    private readonly CancellationTokenSource _closed = new();
    private readonly Task _accepting;
    private int _messages;

    public CutProxy(string host, int port)
    {
        _server = new(IPAddress.Parse(host), port);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The messages counted since the last <see cref="Arm"/>.</summary>
    public int Messages => _messages;

    private int CutAt { get; set; }

    private Cut How { get; set; }

    /// <summary>Counts from now, and cuts at a message; 0 for never.</summary>
    public void Arm(int cutAt, Cut how)
    {
        (CutAt, How) = (cutAt, how);
        _messages = 0;
    }

    public async ValueTask DisposeAsync()
    {
        await _closed.CancelAsync();
        _listener.Stop();
        await _accepting;
        _closed.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = RelayAsync(await _listener.AcceptTcpClientAsync(_closed.Token));
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task RelayAsync(TcpClient client)
    {
        using (client)
        using (var server = new TcpClient())
        {
            try
            {
                await server.ConnectAsync(_server);
                (client.NoDelay, server.NoDelay) = (true, true);
                await Task.WhenAny(ForwardMessagesAsync(client.GetStream(), server.GetStream()), server.GetStream().CopyToAsync(client.GetStream(), _closed.Token));
            }
            catch (Exception ended) when (ended is IOException or SocketException or OperationCanceledException)
            {
            }
        }
    }

    /// <summary>Message by message; the first of a connection has a length only, the others a type before it.</summary>
    private async Task ForwardMessagesAsync(NetworkStream client, NetworkStream server)
    {
        var header = 0;
        while (true)
        {
            var head = new byte[header + 4];
            await client.ReadExactlyAsync(head, _closed.Token);
            var message = new byte[header + BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(header))];
            head.CopyTo(message, 0);
            await client.ReadExactlyAsync(message.AsMemory(head.Length), _closed.Token);
            header = 1;

            var cuts = Interlocked.Increment(ref _messages) == CutAt;
            var length = !cuts || How == Cut.After ? message.Length : How == Cut.Half ? message.Length / 2 : 0;
            await server.WriteAsync(message.AsMemory(0, length), _closed.Token);
            if (cuts)
                return;
        }
    }
}
