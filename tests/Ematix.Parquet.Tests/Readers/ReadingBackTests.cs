using Apache.Arrow;
using Ematix.Parquet;
using Ematix.Runtime;
using Ematix.Tests.Arrow;
using Ematix.Tests.Types;
using Ematix.Training;

namespace Ematix.Tests.Readers;

/// <summary>Other implementations read what is written here, and find the typed rows: every type, NULLs, slices, empty and tiny batches.</summary>
public sealed class ReadingBackTests(PostgresFixture postgres) : IDisposable
{
    private static readonly string[][] Expected = [.. Canonical.Expected(TypeCases.All.Select(row => row.Expected))];

    private readonly string _folder = Directory.CreateTempSubdirectory("ematix-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(65_536)]
    [InlineData(3)]
    [InlineData(1)]
    public async Task The_npm_package_apache_arrow_reads_the_file(int rowsPerBatch)
    {
        var path = await WriteAsync("arrow", IpcWriter.ToFile, rowsPerBatch);

        SameRows.Assert(Expected, await NodeArrow.ReadAsync(path));
    }

    [Theory]
    [InlineData(65_536)]
    [InlineData(3)]
    [InlineData(1)]
    public async Task DuckDB_reads_the_parquet_file(int rowsPerBatch)
    {
        foreach (var compression in Enum.GetValues<ParquetCompression>())
        {
            var options = new ParquetOptions { Compression = compression, RowGroupRows = 8 };
            var path = await WriteAsync("parquet", (file, schema) => new ParquetWriter(file, schema, options), rowsPerBatch);

            SameRows.Assert(Expected, await Duck.ReadAsync(path, CopyData.EveryTypeView));
        }
    }

    [Fact]
    public async Task Both_read_the_streaming_format_slices_and_empty_batches()
    {
        await using var test = await TestStore.CreateAsync(postgres);
        var bytes = await CopyData.OfEveryTypeAsync(test);
        using var all = await CopyData.ReadEveryTypeAsync(new MemoryStream(bytes)).SingleAsync();
        (int Start, int Length)[] slices = [(1, 4), (7, 0), (3, 1), (0, all.Length), (all.Length, 0), (11, 9)];
        string[][] expected = [.. slices.SelectMany(slice => Expected.Skip(slice.Start).Take(slice.Length))];
        var (ipc, parquet) = (Path.Combine(_folder, "slices.arrows"), Path.Combine(_folder, "slices.parquet"));
        await using (var file = File.Create(ipc))
        await using (var stream = IpcWriter.ToStream(file, all.Schema))
        await using (var writer = new ParquetWriter(parquet, all.Schema, new()))
        {
            foreach (var (start, length) in slices)
            {
                var slice = all.Slice(start, length);
                await stream.WriteAsync(slice, default);
                await writer.WriteAsync(slice, default);
            }

            await stream.CompleteAsync(default);
            await writer.CompleteAsync(default);
        }

        SameRows.Assert(expected, await Duck.ReadAsync(parquet, CopyData.EveryTypeView));
        SameRows.Assert(expected, await NodeArrow.ReadAsync(ipc));
    }

    [Fact]
    public async Task A_file_without_rows_has_its_columns()
    {
        var schema = CopyData.EveryTypeView.ArrowSchema();
        var path = Path.Combine(_folder, "none.parquet");
        await FileExport.WriteAsync(new BatchStream(schema, AsyncEnumerable.Empty<RecordBatch>()), Manifests.EveryType, path, "parquet", (file, given) => new ParquetWriter(file, given, new()), null, default);
        var ipc = Path.Combine(_folder, "none.arrow");
        await FileExport.WriteAsync(new BatchStream(schema, AsyncEnumerable.Empty<RecordBatch>()), Manifests.EveryType, ipc, "arrow", IpcWriter.ToFile, null, default);

        Assert.Empty(await Duck.ReadAsync(path, CopyData.EveryTypeView));
        using var read = new Apache.Arrow.Ipc.ArrowFileReader(File.OpenRead(ipc));
        Assert.Equal(0, await read.RecordBatchCountAsync());
        Assert.Equal(schema.FieldsList.Select(field => field.Name), read.Schema.FieldsList.Select(field => field.Name));
        Assert.Empty(await NodeArrow.ReadAsync(ipc));
    }

    private async Task<string> WriteAsync(string format, Func<string, Schema, IBatchWriter> open, int rowsPerBatch)
    {
        await using var test = await TestStore.CreateAsync(postgres);
        var batches = CopyData.ReadEveryTypeAsync(new MemoryStream(await CopyData.OfEveryTypeAsync(test)), new() { RowsPerBatch = rowsPerBatch });
        var path = Path.Combine(_folder, "every." + format);
        var manifest = await FileExport.WriteAsync(new BatchStream(CopyData.EveryTypeView.ArrowSchema(), batches), Manifests.EveryType, path, format, open, null, default);
        Assert.Equal(Expected.Length, manifest.RowCount);
        return path;
    }
}
