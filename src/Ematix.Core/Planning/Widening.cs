using System.Globalization;

namespace Ematix.Planning;

/// <summary>Which types hold every value of another, unchanged in meaning.</summary>
internal static class Widening
{
    private static readonly string[] Integers = ["smallint", "integer", "bigint"];

    /// <summary>Whether a column may become wider so; both types as <c>format_type</c> writes them. Arrays widen as their elements do.</summary>
    public static bool Holds(string from, string to)
    {
        if (IsArray(from) != IsArray(to))
            return false;
        var (narrow, limits) = Parse(from);
        var (wide, room) = Parse(to);
        return (narrow, wide) switch
        {
            ("real", "double precision") => true,
            ("character varying", "text") => true,
            ("character varying", "character varying") => limits.Length == 1 && room.Length == 1 && room[0] >= limits[0],
            ("numeric", "numeric") => limits.Length == 2 && room.Length == 2 && room[1] >= limits[1] && room[0] - room[1] >= limits[0] - limits[1],
            _ => Array.IndexOf(Integers, narrow) is >= 0 and var at && Array.IndexOf(Integers, wide) > at,
        };
    }

    private static bool IsArray(string type) => type.EndsWith("[]", StringComparison.Ordinal);

    /// <summary><c>numeric(10,2)[]</c> → <c>numeric</c>, [10, 2].</summary>
    private static (string Name, int[] Limits) Parse(string type)
    {
        var element = IsArray(type) ? type.Substring(0, type.Length - 2) : type;
        var open = element.IndexOf('(');
        if (open < 0 || element[element.Length - 1] != ')')
            return (element, []);
        var limits = element.Substring(open + 1, element.Length - open - 2).Split(',');
        return (element.Substring(0, open), [.. limits.Select(limit => int.Parse(limit, NumberStyles.Integer, CultureInfo.InvariantCulture))]);
    }
}
