using CsCheck;

namespace Ematix.Oracle.Tests;

/// <summary>Rows that refuse their load.</summary>
internal static class Poison
{
    /// <summary>The batch, as a query, with one value made wrong; as it is where it has no row or no column for it.</summary>
    public static Gen<Batch> Into(ViewSpec spec, Batch batch, long now)
    {
        var wrong = spec.Columns.Index().SelectMany(column => Of(column.Item.Column, now).Select(value => (column.Index, Value: value))).ToArray();
        if (wrong.Length == 0 || batch.Rows.Count == 0)
            return Gen.Const(batch);
        return
            from value in Gens.One(wrong)
            from victim in Gen.Int[0, batch.Rows.Count - 1]
            from way in Gens.One([SourceWay.Sql, SourceWay.RemoteSql])
            select batch with { Way = way, IsPoisoned = true, Rows = [.. batch.Rows.Select((row, i) => i == victim ? With(row, value.Index, value.Value) : row)] };
    }

    private static object?[] With(object?[] row, int column, object? value) => [.. row.Select((each, i) => i == column ? value : each)];

    private static IEnumerable<object?> Of(OracleColumn column, long now)
    {
        if (column.Role == ColumnRole.EventTime)
            return [null, new Unstorable("'infinity'"), new Unstorable("'-infinity'"), new Unstorable("'10000-01-01 00:00+00'"), Micros.ToInstant(now + Micros.Day)];
        IEnumerable<object?> wrong = OfElement(column);
        if (column.IsArray)
            wrong = [.. wrong.Select(value => new[] { value }), .. column.HasNullableElements ? Array.Empty<object?>() : [new object?[] { null }]];
        return column.IsNullable ? wrong : wrong.Append(null);
    }

    private static IEnumerable<object?> OfElement(OracleColumn column) => column.Kind switch
    {
        ValueKind.Instant => [new Unstorable("'infinity'"), new Unstorable("'0001-01-01 00:00+00 BC'")],
        ValueKind.Date => [new Unstorable("'-infinity'"), new Unstorable("'10000-01-01'")],
        ValueKind.Time => [new Unstorable("'24:00'")],
        ValueKind.Interval => [new Unstorable("'1 mon'"), new Unstorable("'1 day'")],
        ValueKind.Numeric => [new Unstorable("'NaN'"), new Unstorable("'1e40'")],
        ValueKind.Text when column.MaxLength is { } max => [new string('x', max + 1), new string(' ', max + 1)],
        ValueKind.Enum => ["", column.Members[0] + "x"],
        _ => [],
    };
}
