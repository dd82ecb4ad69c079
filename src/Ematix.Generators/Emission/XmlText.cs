using System.Text;

namespace Ematix.Generators.Emission;

/// <summary>Texts of the user inside documentation comments.</summary>
internal static class XmlText
{
    /// <summary>The text on one line, with nothing that XML or a comment could take for its own.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            escaped.Append(text[i] switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                var c when Unicode.IsShown(text, i) => c.ToString(),
                _ => " ",
            });
        }

        return escaped.ToString();
    }

    /// <summary>A name of the database.</summary>
    public static string Code(string name) => $"<c>{Escape(name)}</c>";
}
