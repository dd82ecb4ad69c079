using System.Text;

namespace Ematix.Sql;

/// <summary>Lays lists out over lines, so that planned SQL can be read.</summary>
internal static class SqlList
{
    private const int Width = 100;

    /// <summary>Items parted by commas, wrapped; further lines are indented.</summary>
    public static string Wrap(IEnumerable<string> items, int indent)
    {
        var text = new StringBuilder();
        var length = indent;
        foreach (var item in items)
        {
            if (text.Length > 0)
            {
                text.Append(',');
                var wraps = length + item.Length + 2 > Width;
                text.Append(wraps ? NewLine(indent) : " ");
                length = wraps ? indent : length + 2;
            }

            text.Append(item);
            length += item.Length;
        }

        return text.ToString();
    }

    /// <summary>One item a line, each but the last followed by a comma.</summary>
    public static string Lines(IEnumerable<string> items, int indent) => string.Join("," + NewLine(indent), items);

    /// <summary>One condition a line, all of which must hold.</summary>
    public static string And(IEnumerable<string> conditions, int indent) => string.Join(NewLine(indent) + "AND ", conditions);

    /// <summary>One condition a line, one of which must hold; of none, none does.</summary>
    public static string Or(IEnumerable<string> conditions, int indent) =>
        string.Join(NewLine(indent) + "OR ", conditions.DefaultIfEmpty("false"));

    private static string NewLine(int indent) => "\n" + new string(' ', indent);
}
