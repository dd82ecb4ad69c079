using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Ematix;

/// <summary>
/// A Postgres database that keeps feature views. Thread-safe; one for the life of an application. It holds no state of its own beside the
/// connection pool, and leaves no state in the sessions that it uses.
/// </summary>
public sealed class FeatureStore : IAsyncDisposable
{
    private readonly bool _ownsDataSource;

    /// <summary>A store over a data source of yours, which stays yours to dispose.</summary>
    /// <param name="dataSource">The pool to use. Lookups are fastest with automatic preparation and without reset on close, as <see cref="Open"/> sets them.</param>
    /// <param name="loggerFactory">Where loads are logged, or null for nowhere.</param>
    public FeatureStore(NpgsqlDataSource dataSource, ILoggerFactory? loggerFactory = null)
        : this(dataSource, loggerFactory, ownsDataSource: false)
    {
    }

    private FeatureStore(NpgsqlDataSource dataSource, ILoggerFactory? loggerFactory, bool ownsDataSource)
    {
        ArgumentNullException.ThrowIfNull(dataSource);
        DataSource = dataSource;
        LoggerFactory = loggerFactory ?? NullLoggerFactory.Instance;
        _ownsDataSource = ownsDataSource;
    }

    /// <summary>The pool that the store uses.</summary>
    public NpgsqlDataSource DataSource { get; }

    internal ILoggerFactory LoggerFactory { get; }

    /// <summary>Opens a store with a pool of its own; no connection is made yet.</summary>
    /// <param name="connectionString">
    /// An Npgsql connection string. Where it does not say otherwise, statements are prepared automatically and sessions are not reset when they
    /// return to the pool, which together halve a lookup. Behind a proxy that pools transactions and can't keep prepared statements, write <c>Max Auto Prepare=0</c>.
    /// </param>
    /// <param name="loggerFactory">Where loads, and Npgsql, log; or null for nowhere.</param>
    public static FeatureStore Open(string connectionString, ILoggerFactory? loggerFactory = null)
    {
        var builder = new NpgsqlSlimDataSourceBuilder(StoreConnection.WithDefaults(connectionString));
        builder.UseLoggerFactory(loggerFactory);
        builder.EnableArrays();
        builder.EnableTransportSecurity();
        builder.EnableIntegratedSecurity();
        return new FeatureStore(builder.Build(), loggerFactory, ownsDataSource: true);
    }

    /// <summary>Closes the pool that <see cref="Open"/> made.</summary>
    public ValueTask DisposeAsync() => _ownsDataSource ? DataSource.DisposeAsync() : ValueTask.CompletedTask;
}
