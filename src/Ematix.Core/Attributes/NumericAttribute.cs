namespace Ematix;

/// <summary>The precision and scale of a <see cref="decimal"/> column: <c>numeric(precision, scale)</c>.</summary>
/// <param name="precision">The number of digits in all: 1 to 28, what a <see cref="decimal"/> holds.</param>
/// <param name="scale">The digits after the point: 0 to <paramref name="precision"/>. Loads round to it.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NumericAttribute(int precision, int scale) : Attribute
{
    /// <summary>The number of digits in all.</summary>
    public int Precision { get; } = precision;

    /// <summary>The digits after the point.</summary>
    public int Scale { get; } = scale;
}
