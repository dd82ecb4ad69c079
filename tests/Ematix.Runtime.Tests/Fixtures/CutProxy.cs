using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Ematix.Tests;

/// <summary>How a connection ends at a message.</summary>
public enum Cut
{
    Before,
    Half,
    After,
}

/// <summary>The messages at which a connection can end.</summary>
public enum Messages
{
    /// <summary>Every message of the client.</summary>
    OfClient,

    /// <summary>The server's CommandComplete: a statement has done its work.</summary>
    Completions,

    /// <summary>The server's ReadyForQuery: it waits for the next statement.</summary>
    Readiness,
}

/// <summary>Stands between product and server, counts messages over all the product's connections, and ends the connection at one of them.</summary>
public sealed class CutProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly IPEndPoint _server;
    private readonly CancellationTokenSource _closed = new();
    private readonly Task _accepting;
    private readonly int[] _counts = new int[Enum.GetValues<Messages>().Length];

    public CutProxy(string host, int port)
    {
        _server = new(IPAddress.Parse(host), port);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    private (Messages Which, int At, Cut How) Armed { get; set; }

    /// <summary>The messages of a kind counted since the last <see cref="Arm"/>.</summary>
    public int Count(Messages which) => _counts[(int)which];

    /// <summary>Counts from now, and cuts at a message, from 1.</summary>
    public void Arm(Messages which, int at, Cut how)
    {
        Armed = (which, at, how);
        Array.Clear(_counts);
    }

    /// <summary>Counts from now, and cuts no more.</summary>
    public void Disarm() => Arm(Messages.OfClient, 0, Cut.Before);

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
                await Task.WhenAny(
                    ForwardAsync(client.GetStream(), server.GetStream(), firstHasType: false, _ => Messages.OfClient),
                    ForwardAsync(server.GetStream(), client.GetStream(), firstHasType: true, type => type switch
                    {
                        'C' => Messages.Completions,
                        'Z' => Messages.Readiness,
                        _ => null,
                    }));
            }
            catch (Exception ended) when (ended is IOException or SocketException or OperationCanceledException)
            {
            }
        }
    }

    /// <summary>Message by message: a type, a length, a body; the client's first of a connection has no type.</summary>
    private async Task ForwardAsync(NetworkStream from, NetworkStream to, bool firstHasType, Func<char, Messages?> kindOf)
    {
        var header = firstHasType ? 1 : 0;
        while (true)
        {
            var head = new byte[header + 4];
            await from.ReadExactlyAsync(head, _closed.Token);
            var message = new byte[header + BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(header))];
            head.CopyTo(message, 0);
            await from.ReadExactlyAsync(message.AsMemory(head.Length), _closed.Token);

            var cuts = kindOf(header == 0 ? '\0' : (char)message[0]) is { } kind && Interlocked.Increment(ref _counts[(int)kind]) == Armed.At && Armed.Which == kind;
            var length = !cuts || Armed.How == Cut.After ? message.Length : Armed.How == Cut.Half ? message.Length / 2 : 0;
            await to.WriteAsync(message.AsMemory(0, length), _closed.Token);
            if (cuts)
                return;
            header = 1;
        }
    }
}
