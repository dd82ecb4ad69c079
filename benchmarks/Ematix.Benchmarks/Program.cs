using System.Globalization;
using Ematix.Benchmarks;
using Ematix.Benchmarks.Loads;
using Ematix.Benchmarks.Training;
using Ematix.Benchmarks.Transfer;

// One verb, one set of questions. Each starts its own private PostgreSQL, so that one command repeats a measurement.
Verb[] verbs = [LoadBenchmark.Verb, TrainingBenchmark.Verb, StrategyBenchmark.Verb, TransferBenchmark.Verb];

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
using var ctrlC = new CancellationTokenSource();
Console.CancelKeyPress += (_, press) =>
{
    press.Cancel = true;
    ctrlC.Cancel();
};

if (args is [var name, .. var rest] && verbs.FirstOrDefault(verb => verb.Name == name) is { } chosen)
{
    await chosen.RunAsync(BenchmarkArguments.Parse(rest), ctrlC.Token);
    return 0;
}

Console.Error.WriteLine("dotnet run -c Release --project benchmarks/Ematix.Benchmarks -- <verb> [--rows N] [--rounds N] [--only question,…]");
foreach (var verb in verbs)
    Console.Error.WriteLine($"  {verb.Name,-12} {verb.Summary}");
return 1;
