using System.Diagnostics;
using System.Globalization;
using Apache.Arrow;
using Ematix.Model;
using Ematix.Parquet;
using Ematix.Runtime;
using Ematix.Tests.Readers;
using Ematix.Training;
using Npgsql;

namespace Ematix.Tests.Export;

/// <summary>Exports many wide rows in a process of its own, and says what memory that took.</summary>
internal static class LargeExport
{
    private const int Columns = 40;

    private static readonly ColumnType[] Types =
    [
        new(ColumnKind.Int64), new(ColumnKind.Double), new(ColumnKind.Instant), new(ColumnKind.Numeric) { Precision = 18, Scale = 4 }, new(ColumnKind.Text), new(ColumnKind.Int32), new(ColumnKind.Boolean), new(ColumnKind.Date),
    ];

    private static readonly string[] Expressions =
    [
        "i + {0}", "(i * {0})::float8 / 7", "timestamptz '2024-01-01Z' + i * interval '1 s'", "(i % 100000)::numeric(18,4) / 8", "'text ' || i % 1000", "CASE WHEN i % 10 <> 0 THEN (i % 1000000)::int4 END", "i % 3 = 0", "date '2024-01-01' + (i % 3650)::int4",
    ];

    /// <summary>Arguments: connection string, format, file, rows.</summary>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var (format, path, rows) = (arguments[1], arguments[2], long.Parse(arguments[3], CultureInfo.InvariantCulture));
        ColumnType[] types = [.. Enumerable.Range(0, Columns).Select(i => Types[i % Types.Length])];
        var schema = new Schema(types.Select((type, i) => new Field($"c{i}", ArrowSchemas.TypeOf(type), true)), null);
        var columns = string.Join(", ", Enumerable.Range(0, Columns).Select(i => string.Format(CultureInfo.InvariantCulture, Expressions[i % Expressions.Length], i)));
        var manifest = Manifests.EveryType with { SpineColumns = ["c0", "c2"], AsOfColumn = "c2" };

        await using var connection = new NpgsqlConnection(arguments[0]);
        await connection.OpenAsync();
        await using var copy = await connection.BeginRawBinaryCopyAsync($"COPY (SELECT {columns} FROM (SELECT generate_series(1, {rows})::int8) s (i)) TO STDOUT (FORMAT binary)");
        using var batches = new BatchStream(schema, CopyToArrow.ReadAsync(copy, schema, types, new(), default));
        var written = format == "arrow"
            ? await FileExport.WriteAsync(batches, manifest, path, format, IpcWriter.ToFile, null, default)
            : await FileExport.WriteAsync(batches, manifest, path, format, (file, given) => new ParquetWriter(file, given, new()), null, default);
        Console.WriteLine(FormattableString.Invariant($"{written.RowCount} rows, peak {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MiB"));
        return 0;
    }
}
