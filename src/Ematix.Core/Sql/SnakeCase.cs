using System.Globalization;
using System.Text;

namespace Ematix.Sql;

/// <summary>C# names to database names: <c>AvgOrderValue</c> → <c>avg_order_value</c>, <c>UserID</c> → <c>user_id</c>, <c>HTTPStatus</c> → <c>http_status</c>.</summary>
internal static class SnakeCase
{
    /// <summary>Translates a name, in no culture.</summary>
    public static string Of(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];
            if (i > 0 && StartsWord(name, i) && text[text.Length - 1] != '_')
                text.Append('_');
            text.Append(char.ToLowerInvariant(c));
        }

        return text.ToString();
    }

    private static bool StartsWord(string name, int i)
    {
        if (!IsUpper(name[i]))
            return false;
        var afterWord = !IsUpper(name[i - 1]) && name[i - 1] != '_';
        var endsAcronym = IsUpper(name[i - 1]) && i + 1 < name.Length && char.IsLower(name[i + 1]);
        return afterWord || endsAcronym;
    }

    private static bool IsUpper(char c) =>
        CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter;
}
