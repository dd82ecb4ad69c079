using System.Diagnostics;
using System.Globalization;
using DuckDB.NET.Data;

namespace Ematix.Tests.Export;

/// <summary>
/// A wide export fits into a small heap, whatever its length. The gate exports 400,000 rows of 40 columns, 150 MB, under a heap limit of 64 MB;
/// <c>EMATIX_EXPORT_ROWS=2000000</c> asks for more, under 256 MB.
/// </summary>
public sealed class LargeExportTests(PostgresFixture postgres) : IDisposable
{
    private static readonly string? Asked = Environment.GetEnvironmentVariable("EMATIX_EXPORT_ROWS");
    private static readonly string Rows = Asked ?? "400000";
    private static readonly string HeapLimit = Asked is null ? "0x4000000" : "0x10000000";

    private readonly string _folder = Directory.CreateTempSubdirectory("ematix-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("arrow")]
    [InlineData("parquet")]
    public async Task A_wide_export_fits_into_a_small_heap(string format)
    {
        await using var test = await TestStore.CreateAsync(postgres);
        var path = Path.Combine(_folder, "large." + format);
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["export", test.ConnectionString, format, path, Rows]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_GCHeapHardLimit"] = HeapLimit;
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();

        Assert.True(process.ExitCode == 0, await error);
        Assert.StartsWith(Rows + " rows", await output, StringComparison.Ordinal);
        TestContext.Current.TestOutputHelper?.WriteLine(await output);
        Assert.Equal(long.Parse(Rows, CultureInfo.InvariantCulture), format == "parquet" ? await ParquetRowsAsync(path) : await IpcRowsAsync(path));
    }

    private static async Task<long> ParquetRowsAsync(string path)
    {
        await using var connection = new DuckDBConnection("DataSource=:memory:");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT count(c1) FROM read_parquet('{path}')";
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    private static async Task<long> IpcRowsAsync(string path)
    {
        using var reader = new Apache.Arrow.Ipc.ArrowFileReader(File.OpenRead(path));
        var rows = 0L;
        while (await reader.ReadNextRecordBatchAsync() is { } batch)
        {
            using (batch)
                rows += batch.Length;
        }

        return rows;
    }
}
