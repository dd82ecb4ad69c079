namespace FlightDelays;

/// <summary>The command line.</summary>
/// <param name="Data">The folder of the input files.</param>
/// <param name="Out">The file for the answers, or null for none.</param>
/// <param name="Chart">The file for the chart, or null for none.</param>
public sealed record Arguments(string Data, string? Out, string? Chart)
{
    public const string Usage = """
        Usage: FlightDelays --data FOLDER [--out FILE] [--chart FILE]
          --data FOLDER  holds flights.csv.gz, weather.csv.gz and planes.csv.gz
          --out FILE     receives the answers as CSV; without it they are only counted
          --chart FILE   receives a PNG: how often flights are late, by the strongest feature
        """;

    /// <exception cref="UsageException">An option is unknown, given twice, without its value, or missing.</exception>
    public static Arguments Parse(IReadOnlyList<string> args)
    {
        var values = new Dictionary<string, string>();
        for (var i = 0; i < args.Count; i += 2)
        {
            if (args[i] is not ("--data" or "--out" or "--chart"))
                throw new UsageException($"'{args[i]}' is no option.");
            if (i + 1 == args.Count || args[i + 1].Length == 0 || args[i + 1].StartsWith("--", StringComparison.Ordinal))
                throw new UsageException($"{args[i]} has no value.");
            if (!values.TryAdd(args[i], args[i + 1]))
                throw new UsageException($"{args[i]} is given twice.");
        }

        return values.TryGetValue("--data", out var data)
            ? new(data, values.GetValueOrDefault("--out"), values.GetValueOrDefault("--chart"))
            : throw new UsageException("--data is missing.");
    }
}

/// <summary>The command line can't be understood.</summary>
public sealed class UsageException(string message) : Exception(message);
