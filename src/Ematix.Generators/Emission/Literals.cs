using System.Globalization;
using System.Text;

namespace Ematix.Generators.Emission;

/// <summary>Texts of the user as C# literals, whatever is in them.</summary>
internal static class Literals
{
    /// <summary>A literal on one line.</summary>
    public static string Line(string text)
    {
        var literal = new StringBuilder("\"");
        for (var i = 0; i < text.Length; i++)
            literal.Append(text[i] == '\n' || text[i] == '"' || text[i] == '\\' || !Unicode.IsShown(text, i) ? Escape(text[i]) : text[i].ToString());
        return literal.Append('"').ToString();
    }

    /// <summary>
    /// A literal that shows its lines. A raw literal has no escapes: a text with a character that C# takes for a line end, or that does not
    /// show, is written with escapes instead, still line by line.
    /// </summary>
    public static string Block(string text)
    {
        if (!Enumerable.Range(0, text.Length).All(i => text[i] == '\n' || Unicode.IsShown(text, i)))
            return string.Join(" +\n", LinesOf(text).Select(Line));
        var fence = new string('"', Math.Max(3, LongestRunOfQuotes(text) + 1));
        return $"{fence}\n{text}\n{fence}";
    }

    /// <summary>A number, in no culture.</summary>
    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<string> LinesOf(string text)
    {
        var lines = text.Split('\n');
        return lines.Select((line, i) => i < lines.Length - 1 ? line + "\n" : line);
    }

    private static string Escape(char c) => c switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        _ => "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture),
    };

    private static int LongestRunOfQuotes(string text)
    {
        var (longest, run) = (0, 0);
        foreach (var c in text)
        {
            run = c == '"' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
