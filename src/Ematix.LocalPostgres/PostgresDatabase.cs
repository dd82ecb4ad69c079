using System.Security.Cryptography;
using Ematix.LocalPostgres.Ways;
using Npgsql;

namespace Ematix.LocalPostgres;

/// <summary>A database of a random name on a <see cref="PostgresServer"/>; disposing it drops it and ends the connections that are left to it.</summary>
public sealed class PostgresDatabase : IAsyncDisposable
{
    private readonly IPostgresInstance _instance;
    private int _disposed;

    private PostgresDatabase(IPostgresInstance instance, string name)
    {
        _instance = instance;
        Name = name;
        ConnectionString = new NpgsqlConnectionStringBuilder(instance.ConnectionString) { Database = name }.ConnectionString;
    }

    /// <summary>An Npgsql connection string of this database, as the server's user. It holds the password.</summary>
    public string ConnectionString { get; }

    /// <summary>The database's name; it needs no quotes.</summary>
    public string Name { get; }

    internal static async Task<PostgresDatabase> CreateAsync(IPostgresInstance instance, CancellationToken cancellationToken)
    {
        var database = new PostgresDatabase(instance, $"ematix_{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}");
        try
        {
            // template0: nobody's additions to template1, and the only one that allows an encoding other than its own.
            await PostgresProbe.ExecuteAsync(
                instance.ConnectionString, $"CREATE DATABASE {database.Name} TEMPLATE template0 ENCODING 'UTF8'", cancellationToken).ConfigureAwait(false);
            return database;
        }
        catch (Exception e) when (e is OperationCanceledException or NpgsqlException { InnerException: TimeoutException })
        {
            // The server may have finished all the same.
            await database.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Drops the database, with the connections that are still open to it. Does nothing on a private server that is stopped or gone: the database goes with it.</summary>
    /// <exception cref="NpgsqlException">The server could not be reached, or refused.</exception>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1)
            return;
        await using (var pooled = new NpgsqlConnection(ConnectionString))
            NpgsqlConnection.ClearPool(pooled);
        if (_instance.IsRunning)
            await PostgresProbe.ExecuteAsync(_instance.ConnectionString, $"DROP DATABASE IF EXISTS {Name} WITH (FORCE)", CancellationToken.None).ConfigureAwait(false);
    }
}
