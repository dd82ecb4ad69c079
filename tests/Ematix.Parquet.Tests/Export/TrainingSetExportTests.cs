using Ematix.Parquet;
using Ematix.Tests.Arrow;
using Ematix.Tests.Readers;
using Ematix.Tests.Types;

namespace Ematix.Tests.Export;

/// <summary>A training set goes to a file in one call, and other implementations find the typed rows in it.</summary>
public sealed class TrainingSetExportTests(PostgresFixture postgres) : IDisposable
{
    private static readonly string[][] Expected = Canonical.Expected(TypeCases.All.Select(row => row.Expected));

    private readonly string _folder = Directory.CreateTempSubdirectory("ematix-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Its_rows_and_its_manifest_stand_in_the_file()
    {
        await using var test = await TestStore.CreateAsync(postgres);
        await EveryType.SyncAsync(test.Store, TypeCases.All.Select(row => row.Given));
        var features = EveryType.HistoricalFeaturesAsync(test.Store, Spine.Sql("SELECT id, now() AS t, id % 2 AS label FROM features.every_type_v1 ORDER BY id", "t"));
        var (ipc, parquet, stream) = (Path.Combine(_folder, "set.arrow"), Path.Combine(_folder, "set.parquet"), Path.Combine(_folder, "set.arrows"));

        var inArrow = await features.WriteIpcAsync(ipc);
        var inParquet = await features.WriteParquetAsync(parquet);
        await using (var file = File.Create(stream))
            Assert.Equal(Expected.Length, await features.WriteIpcAsync(file));

        SameRows.Assert(Expected, await Duck.ReadAsync(parquet, CopyData.EveryTypeView));
        SameRows.Assert(Expected, (await NodeArrow.ReadAsync(ipc)).Select(OfView));
        SameRows.Assert(Expected, (await NodeArrow.ReadAsync(stream)).Select(OfView));
        Assert.Equal(((long)Expected.Length, (long)Expected.Length), (inArrow.RowCount, inParquet.RowCount));
        Assert.Equal(["id", "t", "label"], inArrow.SpineHashColumns);
        Assert.Equal(("features.every_type.v1", "v1", "t", "AtOrBefore"), (inArrow.Source.Views[0].CatalogName, inArrow.Source.Views[0].Version, inArrow.Source.AsOfColumn, inArrow.Source.Boundary));
        Assert.Matches("^[0-9a-f]{64}$", inArrow.Source.Views[0].Fingerprint);
        Assert.NotEmpty(inArrow.Source.Sql);
        Assert.Equal(inArrow.EarliestAsOf, inArrow.LatestAsOf);
    }

    [Fact]
    public async Task One_that_can_not_be_read_leaves_nothing()
    {
        await using var test = await TestStore.CreateAsync(postgres);
        await EveryType.SyncAsync(test.Store, TypeCases.All.Select(row => row.Given));
        var features = EveryType.HistoricalFeaturesAsync(test.Store, Spine.Sql("SELECT id, now() AS t, 1 / (5 - id) AS label FROM features.every_type_v1", "t"));

        await Assert.ThrowsAnyAsync<Exception>(() => features.WriteParquetAsync(Path.Combine(_folder, "set.parquet")));
        await Assert.ThrowsAnyAsync<Exception>(() => features.WriteIpcAsync(Path.Combine(_folder, "set.arrow")));
        Assert.Empty(Directory.GetFiles(_folder));
    }

    private static string[] OfView(string[] row) => [.. row.Where(cell => !cell.StartsWith("t = ", StringComparison.Ordinal) && !cell.StartsWith("label = ", StringComparison.Ordinal))];
}
