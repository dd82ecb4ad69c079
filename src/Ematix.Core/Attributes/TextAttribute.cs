namespace Ematix;

/// <summary>Narrows a <see cref="string"/> column to <c>varchar(MaxLength)</c>. A load that would cut a value is refused.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TextAttribute : Attribute
{
    /// <summary>The greatest number of characters (Unicode code points): 1 to 10,485,760.</summary>
    public int MaxLength { get; set; }
}
