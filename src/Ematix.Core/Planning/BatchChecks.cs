using System.Globalization;
using Ematix.Model;
using Ematix.Sql;

namespace Ematix.Planning;

/// <summary>What every staged row must meet before anything is compared: keys, NULLs, and values that the column and the CLR type can hold.</summary>
internal static class BatchChecks
{
    /// <summary>The checks of a view, those that concern keys first.</summary>
    public static IEnumerable<BatchCheck> Of(FeatureViewModel view)
    {
        if (view.Keys.Any())
            yield return new(BatchCheckKind.NullKey, null, string.Join(" OR ", VersionSql.Of("s", view.Keys).Select(key => $"{key} IS NULL")));
        foreach (var column in view.Columns)
        {
            if (column.IsEventTime)
                yield return new(BatchCheckKind.NullEventTime, column.Column, $"{VersionSql.Of("s", column)} IS NULL");
            else if (column is { IsNullable: false, IsKey: false })
                yield return new(BatchCheckKind.NullValue, column.Column, $"{VersionSql.Of("s", column)} IS NULL");
            foreach (var (kind, predicate) in column.Type.IsArray ? OfArray(column) : OfValue(column.Type, VersionSql.Of("s", column)))
                yield return new(kind, column.Column, predicate);
        }
    }

    /// <summary>A plain list: one dimension from 1 (other shapes of the same elements compare as different), and each element as a value by itself.</summary>
    private static IEnumerable<(BatchCheckKind Kind, string Predicate)> OfArray(FeatureModel column)
    {
        var array = VersionSql.Of("s", column);
        yield return (BatchCheckKind.UnusableArray, $"array_ndims({array}) > 1 OR array_lower({array}, 1) <> 1");
        if (!column.Type.HasNullableElements)
            yield return (BatchCheckKind.NullElement, Any(array, "e IS NULL"));
        foreach (var (kind, predicate) in OfValue(column.Type, "e"))
            yield return (kind, Any(array, predicate));
    }

    private static string Any(string array, string predicate) => $"EXISTS (SELECT FROM unnest({array}) AS e WHERE {predicate})";

    private static IEnumerable<(BatchCheckKind Kind, string Predicate)> OfValue(ColumnType column, string value) => column switch
    {
        { Kind: ColumnKind.Instant } => [(BatchCheckKind.UnusableInstant, $"{value} < '0001-01-01 00:00:00+00' OR {value} >= '10000-01-01 00:00:00+00'")],
        { Kind: ColumnKind.Date } => [(BatchCheckKind.UnusableDate, $"{value} < '0001-01-01' OR {value} >= '10000-01-01'")],
        { Kind: ColumnKind.Time } => [(BatchCheckKind.UnusableTime, $"{value} = '24:00'")],
        { Kind: ColumnKind.Numeric } type => [(BatchCheckKind.NumericOverflow, $"{value} >= {FirstTooGreat(type)} OR {value} <= -{FirstTooGreat(type)}")],
        { Kind: ColumnKind.Text, MaxLength: { } length } => [(BatchCheckKind.TextTooLong, $"char_length({value}) > {Text(length)}")],
        { Kind: ColumnKind.Enum } type =>
            [(BatchCheckKind.UnknownEnumMember, $"{value} NOT IN ({string.Join(", ", type.EnumMembers.Select(Literal.Text))})")],
        { Kind: ColumnKind.Interval } =>
            [(BatchCheckKind.UnusableInterval, $"extract(day FROM {value}) <> 0 OR extract(month FROM {value}) <> 0 OR extract(year FROM {value}) <> 0 OR abs(extract(epoch FROM {value})) > 922337203685.47758")],
        _ => [],
    };

    /// <summary>
    /// The first number that rounds to one digit too many: numeric rounds halves away from zero. NaN is greater than any
    /// number there. Rounding every value would cost more than the rest of the checks.
    /// </summary>
    private static string FirstTooGreat(ColumnType type)
    {
        var whole = type.Precision - type.Scale;
        return $"{(whole == 0 ? "0" : new string('9', whole))}.{new string('9', type.Scale)}5";
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
