using System.Collections;
using System.Data.Common;
using DuckDB.NET.Data;
using Ematix.Model;
using Ematix.Sql;

namespace Ematix.Tests.Readers;

/// <summary>DuckDB reads a Parquet file: its rows as canonical texts.</summary>
internal static class Duck
{
    public static async Task<string[][]> ReadAsync(string path, FeatureViewModel view)
    {
        await using var connection = new DuckDBConnection("DataSource=:memory:");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {string.Join(", ", view.Columns.Select(Expression))} FROM read_parquet({Literal.Text(path)})";
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string[]>();
        while (await reader.ReadAsync())
            rows.Add([.. view.Columns.Select((column, i) => $"{column.Column} = {Text(Value(reader, i, column.Type), column.Type)}")]);
        return [.. rows];
    }

    /// <summary>What the driver would give with less than microseconds, or in the machine's zone, is made a number by the database.</summary>
    private static string Expression(FeatureModel column)
    {
        var name = Identifier.Quote(column.Column);
        var of = (string value) => column.Type.Kind switch
        {
            ColumnKind.Instant or ColumnKind.Time => $"epoch_us({value})",
            ColumnKind.Date => $"({value} - DATE '1970-01-01')",
            ColumnKind.Uuid or ColumnKind.Bytes => $"lower(hex({value}))",
            ColumnKind.Numeric => $"CAST({value} AS VARCHAR)",
            _ => value,
        };
        return (column.Type.IsArray, IsText(column.Type.Kind)) switch
        {
            (false, _) => of(name),
            (true, false) => $"[{of("item")} FOR item IN {name}]",
            (true, true) => $"[coalesce({of("item")}, '{Canonical.Null}') FOR item IN {name}]",
        };
    }

    /// <summary>The driver reads a list with NULLs only as a list of a type that can be null; one of text not at all.</summary>
    private static object? Value(DbDataReader reader, int column, ColumnType type) => type switch
    {
        _ when reader.IsDBNull(column) => null,
        { IsArray: false } => reader.GetValue(column),
        { Kind: ColumnKind.Boolean } => reader.GetFieldValue<List<bool?>>(column),
        { Kind: ColumnKind.Int16 } => reader.GetFieldValue<List<short?>>(column),
        { Kind: ColumnKind.Int32 } => reader.GetFieldValue<List<int?>>(column),
        { Kind: ColumnKind.Single } => reader.GetFieldValue<List<float?>>(column),
        { Kind: ColumnKind.Double } => reader.GetFieldValue<List<double?>>(column),
        _ when IsText(type.Kind) => reader.GetFieldValue<List<string>>(column),
        _ => reader.GetFieldValue<List<long?>>(column),
    };

    private static bool IsText(ColumnKind kind) => kind is ColumnKind.Text or ColumnKind.Enum or ColumnKind.Json or ColumnKind.Uuid or ColumnKind.Bytes or ColumnKind.Numeric;

    private static string Text(object? value, ColumnType type) => value switch
    {
        null or DBNull => Canonical.Null,
        IEnumerable items when type.IsArray => "[" + string.Join(", ", items.Cast<object?>().Select(item => Text(item, type with { IsArray = false }))) + "]",
        Canonical.Null => Canonical.Null,
        string json when type.Kind == ColumnKind.Json => json,
        string number when type.Kind == ColumnKind.Numeric => Canonical.Of(decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture), type),
        _ => Canonical.Of(value, type),
    };
}
