using Apache.Arrow;
using Apache.Arrow.Types;

namespace Ematix.Tests;

/// <summary>Record batches as tests write and read them.</summary>
internal static class Batches
{
    /// <summary>Rows as text, columns parted by a bar, NULL as a dash; each batch is disposed.</summary>
    public static async Task<List<string>> RowsAsync(IAsyncEnumerable<RecordBatch> batches)
    {
        var rows = new List<string>();
        await foreach (var batch in batches)
        {
            using (batch)
                rows.AddRange(Enumerable.Range(0, batch.Length).Select(row => string.Join("|", batch.Arrays.Select(column => ArrowText.Of(column, row)))));
        }

        return rows;
    }

    public static string Names(Schema schema) => string.Join(" ", schema.FieldsList.Select(field => field.Name));

    /// <summary>A batch of columns, each with its name.</summary>
    public static RecordBatch Of(params (string Name, IArrowArray Values)[] columns) => new(
        new Schema(columns.Select(column => new Field(column.Name, column.Values.Data.DataType, nullable: true)), metadata: null),
        columns.Select(column => column.Values),
        columns[0].Values.Length);

    public static Int64Array Longs(params long?[] values)
    {
        var builder = new Int64Array.Builder();
        foreach (var value in values)
            builder.Append(value);
        return builder.Build();
    }

    public static StringArray Texts(params string?[] values)
    {
        var builder = new StringArray.Builder();
        foreach (var value in values)
            builder.Append(value);
        return builder.Build();
    }

    public static TimestampArray Instants(params DateTimeOffset?[] values) => Instants(new TimestampType(TimeUnit.Microsecond, "UTC"), values);

    public static TimestampArray Instants(TimestampType type, params DateTimeOffset?[] values)
    {
        var builder = new TimestampArray.Builder(type);
        foreach (var value in values)
            _ = value is { } instant ? builder.Append(instant) : builder.AppendNull();
        return builder.Build();
    }
}
