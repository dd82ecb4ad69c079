namespace Ematix.Benchmarks;

/// <summary>A set of questions that one command measures.</summary>
/// <param name="Name">What the command line calls it.</param>
/// <param name="Summary">What it measures, in a line.</param>
/// <param name="RunAsync">Measures, and writes markdown to the console.</param>
internal sealed record Verb(string Name, string Summary, Func<BenchmarkArguments, CancellationToken, Task> RunAsync);
