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
            if (OfValue(column) is { } check)
                yield return check;
        }
    }

    private static BatchCheck? OfValue(FeatureModel column)
    {
        if (column.Type.IsArray)
            return null;
        var value = VersionSql.Of("s", column);
        return column.Type switch
        {
            { Kind: ColumnKind.Instant } => new(
                BatchCheckKind.UnusableInstant, column.Column, $"{value} < '0001-01-01 00:00:00+00' OR {value} >= '10000-01-01 00:00:00+00'"),
            { Kind: ColumnKind.Date } => new(
                BatchCheckKind.UnusableDate, column.Column, $"{value} < '0001-01-01' OR {value} >= '10000-01-01'"),
            { Kind: ColumnKind.Time } => new(BatchCheckKind.UnusableTime, column.Column, $"{value} = '24:00'"),
            { Kind: ColumnKind.Numeric } type => new(
                BatchCheckKind.NumericOverflow, column.Column, $"{value} = 'NaN' OR abs(round({value}, {Text(type.Scale)})) >= 1e{Text(type.Precision - type.Scale)}"),
            { Kind: ColumnKind.Text, MaxLength: { } length } => new(
                BatchCheckKind.TextTooLong, column.Column, $"char_length({value}) > {Text(length)}"),
            { Kind: ColumnKind.Enum } type => new(
                BatchCheckKind.UnknownEnumMember, column.Column, $"{value} NOT IN ({string.Join(", ", type.EnumMembers.Select(Literal.Text))})"),
            { Kind: ColumnKind.Interval } => new(
                BatchCheckKind.UnusableInterval,
                column.Column,
                $"extract(day FROM {value}) <> 0 OR extract(month FROM {value}) <> 0 OR extract(year FROM {value}) <> 0 OR abs(extract(epoch FROM {value})) > 922337203685.47758"),
            _ => null,
        };
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
