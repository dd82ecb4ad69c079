using Ematix.Parquet;
using Ematix.Tests.Arrow;
using Ematix.Tests.Readers;
using Ematix.Tests.Types;
using Npgsql;

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
        Assert.Equal("SELECT id, now() AS t, id % 2 AS label FROM features.every_type_v1 ORDER BY id", inParquet.Source.Spine.Query);
        Assert.Equal(inArrow.EarliestAsOf, inArrow.LatestAsOf);
    }

    [Theory]
    [InlineData("off")]
    [InlineData("on")]
    public async Task One_whose_spine_fails_ends_with_the_server_s_error_and_leaves_nothing(string readOnly)
    {
        await using var test = await TestStore.CreateAsync(postgres);
        await EveryType.SyncAsync(test.Store, TypeCases.All.Select(row => row.Given));
        await test.SetAsync("default_transaction_read_only = " + readOnly);
        await using var store = FeatureStore.Open(test.ConnectionString);
        var features = EveryType.HistoricalFeaturesAsync(store, Spine.Sql("SELECT id, now() AS t, 1 / (5 - id) AS label FROM features.every_type_v1", "t"));

        var parquet = await Assert.ThrowsAsync<PostgresException>(() => features.WriteParquetAsync(Path.Combine(_folder, "set.parquet")));
        var arrow = await Assert.ThrowsAsync<PostgresException>(() => features.WriteIpcAsync(Path.Combine(_folder, "set.arrow")));
        Assert.Equal((PostgresErrorCodes.DivisionByZero, PostgresErrorCodes.DivisionByZero), (parquet.SqlState, arrow.SqlState));
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task One_with_an_infinite_as_of_says_where_it_stands_and_leaves_nothing()
    {
        await using var test = await TestStore.CreateAsync(postgres);
        await EveryType.SyncAsync(test.Store, [new EveryType { Id = 1 }]);
        var features = EveryType.HistoricalFeaturesAsync(test.Store, Spine.Sql("SELECT 1 AS id, CASE WHEN n = 2 THEN timestamptz 'infinity' ELSE now() END AS t FROM generate_series(1, 3) AS n", "t"));

        var parquet = await Assert.ThrowsAsync<UnreadableValueException>(() => features.WriteParquetAsync(Path.Combine(_folder, "set.parquet")));
        var arrow = await Assert.ThrowsAsync<UnreadableValueException>(() => features.WriteIpcAsync(Path.Combine(_folder, "set.arrow")));
        Assert.Equal(("t", 2L, "t", 2L), (parquet.Column, parquet.Row, arrow.Column, arrow.Row));
        Assert.Empty(Directory.GetFiles(_folder));
    }

    private static string[] OfView(string[] row) => [.. row.Where(cell => !cell.StartsWith("t = ", StringComparison.Ordinal) && !cell.StartsWith("label = ", StringComparison.Ordinal))];
}
