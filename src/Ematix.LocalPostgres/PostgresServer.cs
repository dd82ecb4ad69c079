using Ematix.LocalPostgres.Host;
using Ematix.LocalPostgres.Ways;

namespace Ematix.LocalPostgres;

/// <summary>
/// A PostgreSQL server for samples and tests, with no set-up: the one that <c>EMATIX_TEST_POSTGRES</c> names, else a private one that starts in about a second
/// and is gone when disposed, with its folder. A private server listens on the loopback address only and has a random password; it ends, too, when this process
/// is killed (on Windows: when it exits). Safe for use by several threads.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private readonly IPostgresInstance _instance;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private int _disposed;

    private PostgresServer(IPostgresInstance instance) => _instance = instance;

    /// <summary>An Npgsql connection string of the server's default database: as superuser of a private server, else as the user that <c>EMATIX_TEST_POSTGRES</c> names. It holds the password.</summary>
    public string ConnectionString => _instance.ConnectionString;

    /// <summary>Version and origin for humans: <c>PostgreSQL 15.18 (server binaries on this machine)</c>.</summary>
    public string Description => $"PostgreSQL {Version} ({_instance.Origin})";

    /// <summary>The server's version.</summary>
    public Version Version => _instance.Version;

    /// <summary>False for the server of <c>EMATIX_TEST_POSTGRES</c>: others use it too, so tests that change roles or settings skip there.</summary>
    public bool IsPrivate => _instance.IsPrivate;

    /// <summary>Starts a server, or finds the one of <c>EMATIX_TEST_POSTGRES</c>, and returns when it takes connections.</summary>
    /// <param name="options">What kind of server; null for the first way that works.</param>
    /// <param name="cancellationToken">Ends the start; nothing stays behind.</param>
    /// <exception cref="PostgresUnavailableException">No way works; the message names each with its reason.</exception>
    /// <exception cref="ArgumentException">An option is out of range, or a setting can't be set.</exception>
    public static Task<PostgresServer> StartAsync(PostgresServerOptions? options = null, CancellationToken cancellationToken = default) =>
        StartAsync(options ?? new(), HostEnvironment.Current, cancellationToken);

    internal static async Task<PostgresServer> StartAsync(PostgresServerOptions options, HostEnvironment host, CancellationToken cancellationToken)
    {
        options.Check();
        cancellationToken.ThrowIfCancellationRequested();
        return new(await PostgresWays.StartAsync(options, host, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Creates an empty UTF-8 database of a random name (<c>ematix_…</c>), which is dropped when the result is disposed.</summary>
    /// <param name="cancellationToken">Cancels the creation; no database stays behind.</param>
    /// <exception cref="Npgsql.NpgsqlException">The server refused, or is stopped.</exception>
    public Task<PostgresDatabase> CreateDatabaseAsync(CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        return PostgresDatabase.CreateAsync(_instance, cancellationToken);
    }

    /// <summary>Stops a private server; its data stays, for <see cref="RestartAsync"/>. Does nothing when it is stopped already.</summary>
    /// <param name="mode">Orderly, or as a crash would.</param>
    /// <param name="cancellationToken">Ends the wait; the server stops nevertheless.</param>
    /// <exception cref="InvalidOperationException">The server is not private.</exception>
    /// <exception cref="TimeoutException">It did not stop within a minute.</exception>
    public Task StopAsync(PostgresStopMode mode = PostgresStopMode.Fast, CancellationToken cancellationToken = default) =>
        InTurnAsync(() => _instance.StopAsync(mode, cancellationToken), cancellationToken);

    /// <summary>Starts a private server again on its data and its port, so that connection strings stay good; stops it first if it runs.</summary>
    /// <param name="cancellationToken">Ends the wait; call again, or dispose.</param>
    /// <exception cref="InvalidOperationException">The server is not private.</exception>
    /// <exception cref="PostgresUnavailableException">It does not start; the message holds what it said.</exception>
    /// <exception cref="TimeoutException">It did not stop, or recover and start, within a minute.</exception>
    public Task RestartAsync(CancellationToken cancellationToken = default) =>
        InTurnAsync(() => _instance.RestartAsync(cancellationToken), cancellationToken);

    /// <summary>Ends a private server at once and removes all that it left; leaves the server of <c>EMATIX_TEST_POSTGRES</c> alone.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1)
            return;
        await _turn.WaitAsync().ConfigureAwait(false);
        await _instance.DisposeAsync().ConfigureAwait(false);
        _turn.Release();
    }

    private async Task InTurnAsync(Func<Task> action, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            ThrowIfDisposed();
            await action().ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    private void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(Volatile.Read(ref _disposed) == 1, this);
}
