namespace Ematix.Runtime;

/// <summary>Powers of ten.</summary>
internal static class Powers
{
    private static readonly UInt128[] All = [.. Enumerable.Range(0, 39).Select(exponent => Enumerable.Repeat((UInt128)10, exponent).Aggregate(UInt128.One, (power, ten) => power * ten))];

    /// <summary>A power that 64 bits hold: up to 10^19.</summary>
    public static ulong Of(int exponent) => (ulong)All[exponent];

    /// <summary>A power that 128 bits hold: up to 10^38.</summary>
    public static UInt128 OfWide(int exponent) => All[exponent];

    /// <summary>How many decimal digits a digit of base 10,000 has.</summary>
    public static int Length(uint digit) => digit >= 1000 ? 4 : digit >= 100 ? 3 : digit >= 10 ? 2 : 1;
}
