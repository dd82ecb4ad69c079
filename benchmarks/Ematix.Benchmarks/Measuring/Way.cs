namespace Ematix.Benchmarks.Measuring;

/// <summary>One way to do what a question asks, the product's or another.</summary>
/// <param name="Name">The row's name in the table.</param>
/// <param name="RunAsync">What is timed.</param>
/// <param name="PrepareAsync">Brings the data back to where every way starts; not timed.</param>
internal sealed record Way(string Name, Func<Task> RunAsync, Func<Task>? PrepareAsync = null);
