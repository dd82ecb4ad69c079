namespace Ematix.Oracle;

/// <summary>What each row of a batch must meet by itself.</summary>
internal static class RowChecks
{
    /// <summary>Every reason to refuse the batch for single rows.</summary>
    /// <param name="view">The view, with the load's event time.</param>
    /// <param name="rows">Each row's place in the batch, and its stored values.</param>
    /// <param name="loadedAt">The load's time.</param>
    /// <param name="options">What is asked of the load.</param>
    public static IReadOnlyList<Refusal> Of(OracleView view, IReadOnlyList<(int Place, object?[] Values)> rows, long loadedAt, LoadOptions options) =>
    [
        .. Refused(RefusalKind.NullKey, null, rows, row => view.Keys.Any(column => row[column] is null)),
        .. view.Columns.Index()
            .Where(column => options.Provides(view, column.Index))
            .SelectMany(column => OfColumn(column.Item, rows, row => row[column.Index], loadedAt, options)),
    ];

    private static IEnumerable<Refusal> OfColumn(
        OracleColumn column, IReadOnlyList<(int Place, object?[] Values)> rows, Func<object?[], object?> value, long loadedAt, LoadOptions options) => column.Role switch
        {
            ColumnRole.EventTime =>
            [
                .. Refused(RefusalKind.EventTime, null, rows, row => value(row) is null),
            .. Refused(RefusalKind.EventTime, null, rows, row => value(row) is Unstorable),
            .. options.SkipsFuture ? [] : Refused(RefusalKind.EventTime, null, rows, row => value(row) is long at && at > loadedAt),
        ],
            ColumnRole.Key => Refused(RefusalKind.Value, column.Name, rows, row => !Fits(column, value(row))),
            _ =>
            [
                .. Refused(RefusalKind.Value, column.Name, rows, row => value(row) is null && !column.IsNullable),
            .. Refused(RefusalKind.Value, column.Name, rows, row => !Fits(column, value(row))),
        ],
        };

    private static IEnumerable<Refusal> Refused(RefusalKind kind, string? column, IReadOnlyList<(int Place, object?[] Values)> rows, Func<object?[], bool> isWrong)
    {
        int[] wrong = [.. rows.Where(row => isWrong(row.Values)).Select(row => row.Place)];
        return wrong.Length == 0 ? [] : [new Refusal(kind, column, wrong.Length, wrong)];
    }

    /// <summary>Whether a column can hold a stored value, NULL apart.</summary>
    private static bool Fits(OracleColumn column, object? value) => value switch
    {
        Unstorable => false,
        object?[] elements when column.IsArray => elements.All(element => element is null ? column.HasNullableElements : Fits(column, element)),
        decimal number => Math.Abs(number) < Power(column.Digits.Precision - column.Digits.Scale),
        string text when column.Kind == ValueKind.Text => column.MaxLength is not { } max || text.EnumerateRunes().Count() <= max,
        string name when column.Kind == ValueKind.Enum => column.Members.Contains(name),
        _ => true,
    };

    private static decimal Power(int digits) => Enumerable.Repeat(10m, digits).Aggregate(1m, (product, ten) => product * ten);
}
