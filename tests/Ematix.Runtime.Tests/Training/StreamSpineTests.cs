using Apache.Arrow.Ipc;
using static Ematix.Tests.Batches;
using static Ematix.Tests.Spend;

namespace Ematix.Tests.Training;

/// <summary>A stream of record batches can be read once: a second reading is refused, and not taken for a spine with fewer rows.</summary>
public sealed class StreamSpineTests(PostgresFixture postgres)
{
    private static readonly (string Name, Func<HistoricalFeatures, Task> Read)[] Readings =
    [
        ("ExplainAsync", features => features.ExplainAsync()),
        ("OpenAsync", async features => await (await features.OpenAsync()).DisposeAsync()),
        ("an enumeration", async features => await RowsAsync(features)),
        ("an export", features => features.WriteIpcAsync(Stream.Null)),
    ];

    public static TheoryData<string, string> Pairs => [.. from first in Readings from second in Readings select (first.Name, second.Name)];

    [Theory, MemberData(nameof(Pairs))]
    public async Task One_that_was_read_is_refused(string first, string second)
    {
        await using var test = await LoadedAsync(postgres);
        using var stream = await StreamAsync();
        var features = UserSpend.HistoricalFeaturesAsync(test.Store, Spine.Arrow(stream, "t"), new() { Columns = [UserSpend.Columns.Purchases] });
        await ReadAsync(first);

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => ReadAsync(second));
        Assert.Equal("The spine is a stream, which was already read by ExplainAsync, OpenAsync or an export: give a new one. Nothing was read.", refused.Message);

        Task ReadAsync(string name) => Readings.Single(reading => reading.Name == name).Read(features);
    }

    [Fact]
    public async Task Its_first_reading_gives_every_row()
    {
        await using var test = await LoadedAsync(postgres);
        using var stream = await StreamAsync();

        var rows = await RowsAsync(UserSpend.HistoricalFeaturesAsync(test.Store, Spine.Arrow(stream, "t"), new() { Columns = [UserSpend.Columns.Purchases] }));
        Assert.Equal(["7|2024-03-02 10:00:00.000000|2", "8|2024-03-02 10:00:00.000000|20", "7|2024-03-02 10:00:00.000000|2", "8|2024-03-02 10:00:00.000000|20"], rows);
    }

    private static async Task<ArrowStreamReader> StreamAsync()
    {
        var bytes = new MemoryStream();
        using var batch = Of(("user_id", Longs(7, 8)), ("t", Instants(Start.AddDays(1), Start.AddDays(1))));
        using var writer = new ArrowStreamWriter(bytes, batch.Schema, leaveOpen: true);
        await writer.WriteRecordBatchAsync(batch);
        await writer.WriteRecordBatchAsync(batch);
        await writer.WriteEndAsync();
        bytes.Position = 0;
        return new ArrowStreamReader(bytes);
    }
}
