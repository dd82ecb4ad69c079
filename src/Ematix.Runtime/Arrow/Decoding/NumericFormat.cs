using System.Buffers.Binary;

namespace Ematix.Runtime;

/// <summary>
/// numeric: digits of base 10,000, the first worth 10,000 to the power of the weight; to a decimal128, an integer of 128 bits times 10 to the power of minus
/// the scale. Exact, or refused.
/// </summary>
internal readonly struct NumericFormat(int precision, int scale) : IFixedFormat<Int128>
{
    private const int HeaderLength = 8;

    public string? Read(ReadOnlySpan<byte> value, out Int128 result)
    {
        result = default;
        if (value.Length < HeaderLength)
            return Words.Width(value.Length, HeaderLength);
        int count = BinaryPrimitives.ReadInt16BigEndian(value);
        int weight = BinaryPrimitives.ReadInt16BigEndian(value[2..]);
        var sign = BinaryPrimitives.ReadUInt16BigEndian(value[4..]);
        if (sign >= CopyFormat.NumericNaN)
            return sign == CopyFormat.NumericNaN ? "is NaN, which decimal128 can't hold" : "is an infinite numeric, which decimal128 can't hold";
        if (count < 0 || value.Length != HeaderLength + (2 * count))
            return Words.Width(value.Length, HeaderLength + (2 * count));

        var digits = value[HeaderLength..];
        while (!digits.IsEmpty && Digit(digits, 0) == 0)
        {
            digits = digits[2..];
            weight--;
        }

        if (digits.IsEmpty)
            return null;
        if ((4 * weight) + Powers.Length((uint)Digit(digits, 0)) + scale > precision)
            return Faults.TooLong(precision, scale);
        if (!TryScale(digits, (4 * (weight + 1)) + scale, out var magnitude))
            return Faults.TooFine(scale);
        result = sign == CopyFormat.NumericNegative ? -(Int128)magnitude : (Int128)magnitude;
        return null;
    }

    /// <summary>The digits as an integer, where the first is followed by that many decimal places, those of the scale included; false where digits would be lost.</summary>
    private static bool TryScale(ReadOnlySpan<byte> digits, int places, out UInt128 magnitude)
    {
        UInt128 wide = 0;
        ulong narrow = 0;
        magnitude = 0;
        for (var i = 0; i < digits.Length / 2; i++)
        {
            places -= 4;
            var digit = (uint)Digit(digits, i);
            var step = 10_000u;
            if (places < 0)
            {
                // The digit straddles the scale: what stands beyond it must be zeros.
                var beyond = places <= -4 ? 10_000u : (uint)Powers.Of(-places);
                if (digit % beyond != 0)
                    return false;
                (step, digit) = (10_000u / beyond, digit / beyond);
            }

            if (i < 4)
                narrow = (narrow * step) + digit;
            else
                wide = ((i == 4 ? narrow : wide) * step) + digit;
        }

        magnitude = digits.Length <= 8 ? narrow : wide;
        if (places > 0)
            magnitude *= Powers.OfWide(places);
        return true;
    }

    private static int Digit(ReadOnlySpan<byte> digits, int index) => BinaryPrimitives.ReadInt16BigEndian(digits[(2 * index)..]);
}

/// <summary>What is wrong with numbers.</summary>
internal static class Faults
{
    public static string TooLong(int precision, int scale) => FormattableString.Invariant($"has more digits than numeric({precision},{scale}) holds");

    public static string TooFine(int scale) => FormattableString.Invariant($"has more than {scale} digits after the point");
}
