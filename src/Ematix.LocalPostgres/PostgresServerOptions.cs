using Ematix.LocalPostgres.Cluster;

namespace Ematix.LocalPostgres;

/// <summary>What kind of server <see cref="PostgresServer.StartAsync(PostgresServerOptions?, CancellationToken)"/> is to start. The default takes the first way that works, at any version.</summary>
public sealed record PostgresServerOptions
{
    /// <summary>The major version that the server must have, 17 for instance; null takes what is there. The npm and Docker ways know 14 to 18.</summary>
    public int? MajorVersion { get; init; }

    /// <summary>
    /// Further server settings by name (<c>log_statement</c> = <c>all</c>). Where to listen and where the files lie can't be set.
    /// A server that is not private takes none: with settings, <c>EMATIX_TEST_POSTGRES</c> is passed over.
    /// </summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>The one way to try; null tries all four in their order.</summary>
    public PostgresSource? Source { get; init; }

    /// <summary>
    /// The folder that keeps fetched binaries between runs (about 60 MB a version). Default: <c>ematix-flow/postgres</c> in the user's cache folder;
    /// for root in <c>/var/cache</c>, because the unprivileged user that the server then runs as must be able to enter it.
    /// </summary>
    public string? CacheDirectory { get; init; }

    internal void Check()
    {
        if (MajorVersion is <= 0)
            throw new ArgumentException($"{nameof(MajorVersion)}: {MajorVersion} is no major version of PostgreSQL. Write one like 17, or null for any.");
        if (Source is { } source && !Enum.IsDefined(source))
            throw new ArgumentException($"{nameof(Source)}: {source} is no way to get a server. Use a member of {nameof(PostgresSource)}, or null for all.");
        ClusterSettings.Check(Settings);
    }
}
