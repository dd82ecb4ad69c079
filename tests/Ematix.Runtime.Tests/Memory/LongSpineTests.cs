using System.Globalization;

namespace Ematix.Tests.Memory;

/// <summary>Semantics §7: a spine of a million rows has a million answers, in order, and they go through a heap that could not hold them.</summary>
public sealed class LongSpineTests(PostgresFixture postgres)
{
    private const int Rows = 1_000_000;
    private const long HeapLimit = 64 << 20;

    [Theory]
    [InlineData("table")]
    [InlineData("batches")]
    [InlineData("rows")]
    public async Task A_million_spine_rows_go_through_64_MB(string kind)
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<UserSpend>();
        await UserSpend.SyncAsync(test.Store, LongSpine.History());
        if (kind == "table")
            await test.ExecuteAsync($"CREATE TABLE public.pairs AS {LongSpine.Query(Rows)}");
        var (exitCode, output) = await ReadAsync(test, kind);

        Assert.True(exitCode == 0, $"The read ended with {exitCode}: {output}");
        var found = Enumerable.Range(0, Rows).Select(LongSpine.Purchases).OfType<long>().ToArray();
        Assert.Equal((Rows, found.Length, found.Sum()), (Rows, 757_567, 3_786_323_289L));
        Assert.Equal(string.Create(CultureInfo.InvariantCulture, $"{Rows} rows, {found.Length} found, {found.Sum()} purchases"), output.Trim());
    }

    [Fact]
    public async Task The_same_rows_held_in_lists_do_not_fit()
    {
        await using var test = await TestStore.CreateAsync(postgres);
        Assert.Equal(MemoryWorker.OutOfMemory, (await ReadAsync(test, "list")).ExitCode);
    }

    private static Task<(int ExitCode, string Output)> ReadAsync(TestStore test, string kind) => BoundedProcess.RunAsync(
        HeapLimit, [SpineWorker.Command, kind, Rows.ToString(CultureInfo.InvariantCulture)], (MemoryWorker.StoreVariable, test.ConnectionString));
}
