using CsCheck;

namespace Ematix.Oracle.Tests;

/// <summary>Something that holds for every story. A number names a case: the same number is the same case again.</summary>
/// <param name="name">What failures name it by.</param>
internal abstract class Property(string name)
{
    public string Name { get; } = name;

    /// <summary>Checks one case.</summary>
    /// <exception cref="PropertyFailedException">It does not hold; the message shows a small case.</exception>
    public abstract Task CheckAsync(Lane lane, uint number, Tally tally, CancellationToken cancellationToken);

    /// <summary>The case of a number. Neighbouring numbers are spread over all seeds (by the golden ratio, as Knuth's multiplicative hash does).</summary>
    protected static T Case<T>(Gen<T> gen, uint number) => gen.Generate(new PCG(1, unchecked(number * 0x9E3779B97F4A7C15UL)), null!, out _);
}
