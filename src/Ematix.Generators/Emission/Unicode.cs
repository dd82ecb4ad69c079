namespace Ematix.Generators.Emission;

/// <summary>Which characters may stand in source as they are. A fixed list: the tables of the runtime that hosts a compiler differ with its version.</summary>
internal static class Unicode
{
    /// <summary>Whether a character shows as itself: no control, no line end, nothing invisible or that reorders text, no half of a pair.</summary>
    public static bool IsShown(string text, int i) => text[i] switch
    {
        < ' ' or (>= '\u007f' and <= '\u009f') => false,
        '\u00ad' or '\u061c' or (>= '\u200b' and <= '\u200f') or (>= '\u2028' and <= '\u202e') or (>= '\u2060' and <= '\u206f') => false,
        '\ufeff' or >= '\ufff0' => false,
        var c when char.IsHighSurrogate(c) => i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]),
        var c when char.IsLowSurrogate(c) => i > 0 && char.IsHighSurrogate(text[i - 1]),
        _ => true,
    };
}
