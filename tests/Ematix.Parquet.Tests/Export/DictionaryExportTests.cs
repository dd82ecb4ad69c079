using Apache.Arrow;
using Apache.Arrow.Ipc;
using Apache.Arrow.Types;
using Ematix.Parquet;
using Ematix.Tests.Arrow;
using Ematix.Tests.Readers;
using ParquetSharp.Arrow;

namespace Ematix.Tests.Export;

/// <summary>Record batches whose columns have dictionaries, each batch its own.</summary>
public sealed class DictionaryExportTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ematix-").FullName;

    private static readonly string[] Expected = ["red", "green", "blue", "black"];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task An_ipc_file_has_the_values_of_every_batch()
    {
        var path = Path.Combine(_folder, "set.arrow");
        using var batches = Batches();
        await batches.WriteIpcAsync(path, Manifest);

        await using var file = File.OpenRead(path);
        using var reader = new ArrowFileReader(file);
        Assert.Equal(Expected.Select(value => $"{value} [{value}]"), await RowsAsync(reader));
    }

    [Fact]
    public async Task An_ipc_stream_has_the_values_of_every_batch()
    {
        using var bytes = new MemoryStream();
        using var batches = Batches();
        await batches.WriteIpcAsync(bytes);

        bytes.Position = 0;
        using var reader = new ArrowStreamReader(bytes);
        Assert.Equal(Expected.Select(value => $"{value} [{value}]"), await RowsAsync(reader));
    }

    [Fact]
    public async Task A_parquet_file_has_the_values_of_every_batch()
    {
        var path = Path.Combine(_folder, "set.parquet");
        using var batches = Batches();
        await batches.WriteParquetAsync(path, Manifest);

        using var file = new FileReader(path);
        using var reader = file.GetRecordBatchReader();
        Assert.Equal(Expected.Select(value => $"{value} [{value}]"), await RowsAsync(reader));
    }

    [Fact]
    public async Task The_hash_of_a_spine_is_that_of_its_values()
    {
        using var coded = Batches();
        var labels = new RecordBatch(
            new Schema([new Field("label", StringType.Default, nullable: true), coded.Schema.GetFieldByName("t")], metadata: null), [Texts(Expected), Instants(Expected.Length)], Expected.Length);
        using var plain = new BatchStream(labels.Schema, new[] { labels }.ToAsyncEnumerable());

        Assert.Equal((await plain.WriteIpcAsync(Path.Combine(_folder, "plain"), Manifest)).SpineHash, (await coded.WriteIpcAsync(Path.Combine(_folder, "coded"), Manifest)).SpineHash);
    }

    private static TrainingManifest Manifest { get; } = Manifests.EveryType with { SpineColumns = ["label", "t"], AsOfColumn = "t" };

    private static BatchStream Batches()
    {
        RecordBatch[] batches = [Batch("red", "green"), Batch("blue", "black")];
        return new BatchStream(batches[0].Schema, batches.ToAsyncEnumerable());
    }

    private static RecordBatch Batch(params string[] values)
    {
        var lists = new ListArray(
            new ListType(Coded(values).Data.DataType), values.Length, new ArrowBuffer.Builder<int>().AppendRange(Enumerable.Range(0, values.Length + 1)).Build(), Coded(values), ArrowBuffer.Empty);
        IArrowArray[] columns = [Coded(values), lists, Instants(values.Length)];
        return new RecordBatch(new Schema(columns.Zip(["label", "list", "t"], (column, name) => new Field(name, column.Data.DataType, nullable: true)), metadata: null), columns, values.Length);
    }

    private static DictionaryArray Coded(string[] values) =>
        new(new DictionaryType(Int32Type.Default, StringType.Default, false), new Int32Array.Builder().AppendRange(Enumerable.Range(0, values.Length)).Build(), Texts(values));

    private static StringArray Texts(params string[] values) => new StringArray.Builder().AppendRange(values).Build();

    private static TimestampArray Instants(int rows) => new TimestampArray.Builder(new TimestampType(TimeUnit.Microsecond, "UTC")).AppendRange(Enumerable.Repeat(DateTimeOffset.UnixEpoch, rows)).Build();

    private static async Task<List<string>> RowsAsync(IArrowArrayStream batches)
    {
        var rows = new List<string>();
        while (await batches.ReadNextRecordBatchAsync() is { } batch)
        {
            using (batch)
                rows.AddRange(Enumerable.Range(0, batch.Length).Select(row => $"{Text(batch.Column(0), row)} [{Text(((ListArray)batch.Column(1)).GetSlicedValues(row), 0)}]"));
        }

        return rows;
    }

    private static object? Text(IArrowArray column, int row) =>
        column is DictionaryArray coded ? ArrowRows.Value(coded.Dictionary, ((Int32Array)coded.Indices).GetValue(row)!.Value) : ArrowRows.Value(column, row);
}
