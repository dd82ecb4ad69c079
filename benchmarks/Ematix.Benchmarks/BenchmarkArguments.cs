using System.Globalization;

namespace Ematix.Benchmarks;

/// <summary>What a caller can choose; null where the verb decides.</summary>
internal sealed record BenchmarkArguments
{
    /// <summary>How much data.</summary>
    public int? Rows { get; init; }

    /// <summary>How often each way is measured.</summary>
    public int? Rounds { get; init; }

    /// <summary>The questions to ask, with commas between them; null for all.</summary>
    public string? Only { get; init; }

    /// <summary>Whether a question is to be asked.</summary>
    public bool Asks(string question) => Only is null || Only.Split(',').Contains(question);

    /// <exception cref="ArgumentException">An argument is unknown, or no number.</exception>
    public static BenchmarkArguments Parse(IReadOnlyList<string> args)
    {
        var result = new BenchmarkArguments();
        for (var i = 0; i < args.Count; i += 2)
        {
            var value = i + 1 < args.Count ? args[i + 1] : throw new ArgumentException($"{args[i]} lacks its value.");
            result = args[i] switch
            {
                "--rows" => result with { Rows = Number(value) },
                "--rounds" => result with { Rounds = Number(value) },
                "--only" => result with { Only = value },
                _ => throw new ArgumentException($"{args[i]} is none of --rows, --rounds, --only."),
            };
        }

        return result;
    }

    private static int Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new ArgumentException($"{text} is no positive number.");
}
