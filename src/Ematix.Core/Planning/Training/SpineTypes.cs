using System.Globalization;
using System.Text.RegularExpressions;
using Ematix.Model;
using Ematix.Sql;

namespace Ematix.Planning.Training;

/// <summary>The types that a spine's columns may have: the rows of the type map, as the server's <c>format_type</c> and Npgsql write them.</summary>
internal static class SpineTypes
{
    /// <summary>The most digits of decimal128.</summary>
    private const int MaxPrecision = 38;

    // Npgsql leaves a scale of zero out.
    private static readonly Regex Numeric = new(@"^numeric\(([0-9]{1,4})(?:,([0-9]{1,4}))?\)\z", RegexOptions.CultureInvariant);

    private static readonly Regex Modifier = new(@" ?\([0-9]+\)", RegexOptions.CultureInvariant);

    private static readonly Dictionary<string, ColumnKind> Kinds = TypeMap.Kinds
        .Where(kind => kind is not ColumnKind.Numeric and not ColumnKind.Enum)
        .ToDictionary(kind => TypeMap.Reported(TypeMap.Staged(new ColumnType(kind))), StringComparer.Ordinal);

    /// <summary>The type of a reported name, or null where it is none that an output column can have.</summary>
    public static ColumnType? Of(string reported)
    {
        var isArray = reported.EndsWith("[]", StringComparison.Ordinal);
        var element = isArray ? reported.Substring(0, reported.Length - 2) : reported;
        var type = NumericType(element) ?? (Kinds.TryGetValue(Plain(element), out var kind) ? new ColumnType(kind) : null);
        return type is null ? null : type with { IsArray = isArray, HasNullableElements = isArray };
    }

    /// <summary>What to write in the query so that the column can pass.</summary>
    public static string Remedy(SourceColumn column)
    {
        var name = Identifier.Quote(column.Name);
        return column.Type switch
        {
            "timestamp without time zone" => $"{name} AT TIME ZONE 'UTC'",
            "json" => $"{name}::jsonb",
            var type when type.StartsWith("numeric", StringComparison.Ordinal) => $"{name}::numeric(p,s){(type.EndsWith("[]", StringComparison.Ordinal) ? "[]" : "")} with its precision and scale",
            _ => $"{name}::text",
        };
    }

    private static ColumnType? NumericType(string element)
    {
        var match = Numeric.Match(element);
        if (!match.Success)
            return null;
        var (precision, scale) = (Number(match.Groups[1]), match.Groups[2].Success ? Number(match.Groups[2]) : 0);
        return precision <= MaxPrecision && scale <= precision ? new ColumnType(ColumnKind.Numeric) { Precision = precision, Scale = scale } : null;
    }

    private static string Plain(string element) => Modifier.Replace(element, "") is var plain && plain == "character varying" ? "text" : plain;

    private static int Number(Group digits) => int.Parse(digits.Value, NumberStyles.None, CultureInfo.InvariantCulture);
}
