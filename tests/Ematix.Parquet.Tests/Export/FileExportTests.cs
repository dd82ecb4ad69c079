using System.Text.Json;
using Apache.Arrow;
using Apache.Arrow.Types;
using Ematix.Parquet;
using Ematix.Runtime;
using Ematix.Tests.Arrow;
using Ematix.Tests.Readers;
using Ematix.Tests.Types;
using Ematix.Training;

namespace Ematix.Tests.Export;

/// <summary>A file and its manifest appear when they are complete, and say what they were made from.</summary>
public sealed class FileExportTests(PostgresFixture postgres) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ematix-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    public static TheoryData<string> Formats => ["arrow", "parquet"];

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task A_manifest_says_what_the_file_was_built_from(string format)
    {
        var path = Path.Combine(_folder, "set." + format);
        var written = await ExportAsync(path, format, await BatchesAsync(7));
        var read = await TrainingFileManifest.ReadAsync(path);

        Assert.Equal(JsonSerializer.Serialize(written, ManifestJson.Default.TrainingFileManifest), JsonSerializer.Serialize(read, ManifestJson.Default.TrainingFileManifest));
        Assert.Equal(("set." + format, format, (long)TypeCases.All.Count), (read.File, read.Format, read.RowCount));
        Assert.Equal((DateTimeOffset.MinValue, new DateTimeOffset(DateTimeOffset.MaxValue.Ticks / 10 * 10, TimeSpan.Zero)), (read.EarliestAsOf, read.LatestAsOf));
        Assert.Equal(["id", "instant"], read.SpineHashColumns);
        Assert.Matches("^[0-9a-f]{64}$", read.SpineHash);
        Assert.Equal("features.every_type.v1", read.Source.Views[0].CatalogName);
        Assert.Equal(TimeSpan.FromDays(30), read.Source.Views[0].Ttl);
        Assert.Equal(Manifests.EveryType.Spine, read.Source.Spine);
        var text = await File.ReadAllTextAsync(TrainingFileManifest.PathOf(path));
        Assert.Contains("\"spineHash\": \"", text, StringComparison.Ordinal);
        Assert.Contains("""
            "query": "SELECT \"id\" + 1 <= $1"
            """, text, StringComparison.Ordinal);
        Assert.Equal(2, Directory.GetFiles(_folder).Length);
    }

    [Fact]
    public async Task The_hash_of_a_spine_knows_its_rows_and_not_their_order()
    {
        var batches = await BatchesAsync(65_536);
        var all = batches[0];
        var hash = HashOf(all);

        Assert.Equal(hash, HashOf([.. Enumerable.Range(0, all.Length).Reverse().Select(row => all.Slice(row, 1))]));
        Assert.Equal(hash, HashOf(all.Slice(5, all.Length - 5), all.Slice(0, 5)));
        Assert.NotEqual(hash, HashOf(all.Slice(1, all.Length - 1)));
        Assert.NotEqual(hash, HashOf(all, all.Slice(3, 1)));
        Assert.NotEqual(hash, HashOf(all.Slice(0, 3), all.Slice(4, 1), all.Slice(4, all.Length - 4)));
        Assert.NotEqual(HashOf(all.Slice(3, 1), all.Slice(3, 1)), HashOf(all.Slice(4, 1), all.Slice(4, 1)));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task One_that_is_cancelled_leaves_nothing_and_what_was_there_stays(string format)
    {
        var path = Path.Combine(_folder, "set." + format);
        await ExportAsync(path, format, await BatchesAsync(7));
        var before = await File.ReadAllBytesAsync(path);
        using var cancel = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await ExportAsync(path, format, await BatchesAsync(1), new Step(progress =>
        {
            if (progress.Rows == 3)
                cancel.Cancel();
        }), cancel.Token));

        Assert.Equal(["set." + format, "set." + format + ".manifest.json"], Directory.GetFiles(_folder).Select(Path.GetFileName).Order());
        Assert.Equal(before, await File.ReadAllBytesAsync(path));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task One_that_fails_leaves_nothing(string format)
    {
        await Assert.ThrowsAsync<InvalidDataException>(async () => await ExportAsync(Path.Combine(_folder, "set"), format, Broken(await BatchesAsync(4)), null, default));

        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task One_that_can_not_take_the_place_of_what_is_there_leaves_its_manifest(string format)
    {
        var path = Path.Combine(_folder, "set." + format);
        var manifest = TrainingFileManifest.PathOf(path);
        Directory.CreateDirectory(path);
        await Assert.ThrowsAnyAsync<Exception>(async () => await ExportAsync(path, format, await BatchesAsync(7)));
        Assert.Empty(Directory.GetFiles(_folder));

        await File.WriteAllTextAsync(manifest, "the old one");
        await Assert.ThrowsAnyAsync<Exception>(async () => await ExportAsync(path, format, await BatchesAsync(7)));
        Assert.Equal([manifest], Directory.GetFiles(_folder));
        Assert.Equal("the old one", await File.ReadAllTextAsync(manifest));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task One_whose_manifest_can_not_be_put_into_place_leaves_what_was_there(string format)
    {
        var path = Path.Combine(_folder, "set." + format);
        Directory.CreateDirectory(TrainingFileManifest.PathOf(path));
        await File.WriteAllTextAsync(path, "the old one");

        await Assert.ThrowsAnyAsync<Exception>(async () => await ExportAsync(path, format, await BatchesAsync(7)));
        Assert.Equal([path], Directory.GetFiles(_folder));
        Assert.Equal("the old one", await File.ReadAllTextAsync(path));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task One_takes_the_place_of_what_was_there(string format)
    {
        var path = Path.Combine(_folder, "set." + format);
        await ExportAsync(path, format, await BatchesAsync(7));
        await ExportAsync(path, format, (await BatchesAsync(2))[..1]);

        Assert.Equal(2, (await TrainingFileManifest.ReadAsync(path)).RowCount);
        Assert.Equal(2, Directory.GetFiles(_folder).Length);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task A_batch_with_an_instant_in_another_unit_is_refused(string format)
    {
        Schema[] schemas = [.. new[] { TimeUnit.Microsecond, TimeUnit.Nanosecond }.Select(unit => new Schema([new Field("t", new TimestampType(unit, "UTC"), nullable: true)], metadata: null))];
        var batches = schemas.Select(schema => new RecordBatch(schema, [new TimestampArray.Builder((TimestampType)schema.FieldsList[0].DataType).Append(DateTimeOffset.UnixEpoch).Build()], 1));
        using var stream = new BatchStream(schemas[0], batches.ToAsyncEnumerable());
        var manifest = Manifests.EveryType with { SpineColumns = ["t"], AsOfColumn = "t" };
        var path = Path.Combine(_folder, "set");

        var refused = await Assert.ThrowsAsync<ArgumentException>(() => format == "arrow" ? stream.WriteIpcAsync(path, manifest) : stream.WriteParquetAsync(path, manifest));
        Assert.StartsWith("Record batch 2 has another schema than its stream: column \"t\" is timestamp[ns, UTC], not timestamp[us, UTC].", refused.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task The_hash_of_a_spine_tells_apart_names_that_a_culture_takes_for_one()
    {
        const string Composed = "caf\u00e9", Decomposed = "cafe\u0301";
        System.Globalization.CultureInfo.CurrentCulture = new("en-US");
        Assert.Equal(0, System.Globalization.CultureInfo.CurrentCulture.CompareInfo.Compare(Composed, Decomposed));
        var (a, b) = (await ExportAsync("a"), await ExportAsync("b"));

        Assert.NotEqual(a.SpineHash, b.SpineHash);
        Assert.Equal([Decomposed], a.SpineHashColumns);

        async Task<TrainingFileManifest> ExportAsync(string value)
        {
            var instants = new TimestampArray.Builder(new TimestampType(TimeUnit.Microsecond, "UTC"));
            var schema = new Schema([new Field(Composed, StringType.Default, true), new Field(Decomposed, StringType.Default, true), new Field("t", instants.Build().Data.DataType, true)], metadata: null);
            IArrowArray[] columns = [new StringArray.Builder().Append("same").Build(), new StringArray.Builder().Append(value).Build(), instants.Append(DateTimeOffset.UnixEpoch).Build()];
            using var stream = new BatchStream(schema, new[] { new RecordBatch(schema, columns, 1) }.ToAsyncEnumerable());
            return await stream.WriteIpcAsync(Path.Combine(_folder, value), Manifests.EveryType with { SpineColumns = [Decomposed], AsOfColumn = "t" });
        }
    }

    [Fact]
    public async Task A_manifest_of_other_batches_and_a_row_group_without_rows_are_refused()
    {
        using var stream = new BatchStream(CopyData.EveryTypeView.ArrowSchema(), AsyncEnumerable.Empty<RecordBatch>());

        Assert.Contains("\"elsewhere\"", (await Assert.ThrowsAsync<ArgumentException>(() => stream.WriteIpcAsync(Path.Combine(_folder, "set"), Manifests.EveryType with { SpineColumns = ["elsewhere"] }))).Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => stream.WriteParquetAsync(Path.Combine(_folder, "set"), Manifests.EveryType, new() { RowGroupRows = 0 }));
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task Progress_counts_rows_and_batches()
    {
        var steps = new List<ExportProgress>();
        await ExportAsync(Path.Combine(_folder, "set"), "arrow", await BatchesAsync(10), new Step(steps.Add));

        Assert.Equal(TypeCases.All.Count, steps[^1].Rows);
        Assert.Equal(new ExportProgress(20, 2), steps[1]);
    }

    private static string HashOf(params RecordBatch[] batches)
    {
        var hash = new SpineHash(CopyData.EveryTypeView.ArrowSchema(), [.. CopyData.EveryTypeView.Columns.Select(column => column.Column)]);
        foreach (var batch in batches)
            hash.Add(batch);
        return hash.Text;
    }

    private async Task<RecordBatch[]> BatchesAsync(int rows)
    {
        await using var test = await TestStore.CreateAsync(postgres);
        return await CopyData.ReadEveryTypeAsync(new MemoryStream(await CopyData.OfEveryTypeAsync(test)), new() { RowsPerBatch = rows }).ToArrayAsync();
    }

    private static Task<TrainingFileManifest> ExportAsync(string path, string format, RecordBatch[] batches, IProgress<ExportProgress>? progress = null, CancellationToken cancellationToken = default) =>
        ExportAsync(path, format, batches.ToAsyncEnumerable(), progress, cancellationToken);

    private static async Task<TrainingFileManifest> ExportAsync(string path, string format, IAsyncEnumerable<RecordBatch> batches, IProgress<ExportProgress>? progress, CancellationToken cancellationToken)
    {
        using var stream = new BatchStream(CopyData.EveryTypeView.ArrowSchema(), batches);
        return format == "arrow"
            ? await stream.WriteIpcAsync(path, Manifests.EveryType, progress, cancellationToken)
            : await stream.WriteParquetAsync(path, Manifests.EveryType, progress: progress, cancellationToken: cancellationToken);
    }

    private static async IAsyncEnumerable<RecordBatch> Broken(RecordBatch[] batches)
    {
        yield return batches[0];
        await Task.Yield();
        throw new InvalidDataException("broken");
    }

    private sealed class Step(Action<ExportProgress> step) : IProgress<ExportProgress>
    {
        public void Report(ExportProgress value) => step(value);
    }
}
