using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Ematix.Runtime;

/// <summary>Text as Postgres keeps it: UTF-8 without U+0000.</summary>
internal static class PgText
{
    /// <summary>What makes a text impossible to store, or null.</summary>
    public static string? Fault(string text)
    {
        if (text.Contains('\0'))
            return "holds U+0000, which Postgres can't store in text";
        return HasLoneSurrogate(text) ? "holds half of a surrogate pair, which is no Unicode text" : null;
    }

    /// <summary>What makes a text in UTF-8 impossible to store, or null.</summary>
    public static string? Fault(ReadOnlySpan<byte> text)
    {
        if (text.Contains((byte)0))
            return "holds U+0000, which Postgres can't store in text";
        return Utf8.IsValid(text) ? null : "holds bytes that are no UTF-8 (half of a surrogate pair, perhaps), which is no Unicode text";
    }

    private static bool HasLoneSurrogate(ReadOnlySpan<char> text)
    {
        while (text.IndexOfAnyInRange('\uD800', '\uDFFF') is var next and >= 0)
        {
            if (Rune.DecodeFromUtf16(text[next..], out _, out var length) != OperationStatus.Done)
                return true;
            text = text[(next + length)..];
        }

        return false;
    }
}
