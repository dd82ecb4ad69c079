using Ematix.Benchmarks.Measuring;

namespace Ematix.Benchmarks.Loads;

/// <summary>What loads cost, beside other ways to do the same.</summary>
internal static class LoadBenchmark
{
    public static readonly Verb Verb = new("loads", "Scd2 loads: changed, unkeyed, remote, events, online, growth", RunAsync);

    private static async Task RunAsync(BenchmarkArguments arguments, CancellationToken cancellationToken)
    {
        await using var server = await BenchmarkServer.StartAsync(cancellationToken);
        if (arguments.Asks("changed") || arguments.Asks("unkeyed"))
            await ChangedLoads.RunAsync(server, arguments, cancellationToken);
        if (arguments.Asks("remote"))
            await RemoteLoads.RunAsync(server, arguments, cancellationToken);
        if (arguments.Asks("events"))
            await EventLoads.RunAsync(server, arguments, cancellationToken);
        if (arguments.Asks("online"))
            await OnlineLoads.RunAsync(server, arguments, cancellationToken);
        if (arguments.Asks("growth"))
            await Growth.RunAsync(server, arguments, cancellationToken);
    }
}
