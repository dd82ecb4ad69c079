using Ematix.LocalPostgres.Host;
using Npgsql;

namespace Ematix.LocalPostgres.Ways;

/// <summary>One connection outside every pool, to see that a server answers and what it is.</summary>
internal static class PostgresProbe
{
    /// <exception cref="TimeoutException">The server did not answer in time.</exception>
    /// <exception cref="NpgsqlException">It can't be reached, or refused.</exception>
    public static async Task<PostgresFacts> AskAsync(string connectionString, CancellationToken cancellationToken)
    {
        using var deadline = new Deadline(TimeLimits.Connect, cancellationToken);
        try
        {
            await using var connection = new NpgsqlConnection(Unpooled(connectionString));
            await connection.OpenAsync(deadline.Token).ConfigureAwait(false);
            await using var command = new NpgsqlCommand(
                "select rolsuper or rolcreatedb from pg_catalog.pg_roles where rolname = current_user", connection);
            var mayCreate = await command.ExecuteScalarAsync(deadline.Token).ConfigureAwait(false) is true;
            return new(connection.PostgreSqlVersion, mayCreate);
        }
        catch (OperationCanceledException e) when (deadline.HasPassed)
        {
            throw new TimeoutException($"The server did not answer within {TimeLimits.Connect.TotalSeconds:0} s.", e);
        }
    }

    public static async Task ExecuteAsync(string connectionString, string sql, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(Unpooled(connectionString));
        await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    private static string Unpooled(string connectionString) =>
        new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString;
}

internal sealed record PostgresFacts(Version Version, bool MayCreateDatabases);
