using CsCheck;

namespace Ematix.Oracle.Tests;

/// <summary>Generators that stories are made of.</summary>
internal static class Gens
{
    /// <summary>One of the values.</summary>
    public static Gen<T> One<T>(IReadOnlyList<T> values) => Gen.Int[0, values.Count - 1].Select(i => values[i]);

    /// <summary>Some of the values, each once, in any order.</summary>
    public static Gen<T[]> Some<T>(IReadOnlyCollection<T> values, int least, int most) =>
        Gen.Shuffle(values.ToArray(), Math.Min(least, values.Count), Math.Min(most, values.Count));

    /// <summary>A value of each generator.</summary>
    public static Gen<IReadOnlyList<T>> Sequence<T>(IEnumerable<Gen<T>> generators) => generators.Aggregate(
        Gen.Const<IReadOnlyList<T>>([]), (all, next) => Gen.Select(all, next, (values, value) => (IReadOnlyList<T>)[.. values, value]));

    /// <summary>True once in so many times.</summary>
    public static Gen<bool> OnceIn(int times) => Gen.Int[1, times].Select(n => n == times);
}
