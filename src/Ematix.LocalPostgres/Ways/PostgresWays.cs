using Ematix.LocalPostgres.Host;

namespace Ematix.LocalPostgres.Ways;

/// <summary>The four ways in their order, and the error that names them all.</summary>
internal static class PostgresWays
{
    private static readonly IPostgresWay[] InOrder = [new EnvironmentWay(), new BinariesWay(), new NpmWay(), new DockerWay()];

    public static async Task<IPostgresInstance> StartAsync(PostgresServerOptions options, HostEnvironment host, CancellationToken cancellationToken)
    {
        var outcomes = new Dictionary<PostgresSource, string>();
        var failures = new List<Exception>();
        var unreached = "not tried.";
        foreach (var way in InOrder)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (options.Source is { } only && only != way.Source)
            {
                outcomes[way.Source] = $"not tried, because {nameof(PostgresServerOptions.Source)} is {only}.";
                continue;
            }
            try
            {
                return await way.StartAsync(options, host, cancellationToken).ConfigureAwait(false);
            }
            catch (WayUnavailableException e)
            {
                outcomes[way.Source] = e.Message;
                failures.Add(e);
                if (e.IsFinal)
                {
                    unreached = $"not tried, because {way.Name} is set.";
                    break;
                }
            }
        }
        cancellationToken.ThrowIfCancellationRequested();
        throw new PostgresUnavailableException(Describe(options, outcomes, unreached), new AggregateException(failures));
    }

    private static string Describe(PostgresServerOptions options, Dictionary<PostgresSource, string> outcomes, string unreached)
    {
        var lines = InOrder.Select(way => $"\n  {(int)way.Source + 1}. {way.Name}: {outcomes.GetValueOrDefault(way.Source, unreached)}");
        return $"No PostgreSQL{(options.MajorVersion is { } major ? $" {major}" : "")} could be started. One of these ways must work:{string.Concat(lines)}";
    }
}
