using System.Globalization;

namespace Ematix.Tests.Memory;

/// <summary>Semantics §5: client memory does not grow with the number of rows. Two million rows go through a heap that could not hold them.</summary>
public sealed class MemoryBoundTests(PostgresFixture postgres)
{
    private const int Rows = 2_000_000;
    private const long HeapLimit = 256 << 20;

    [Theory]
    [InlineData("query")]
    [InlineData("rows")]
    [InlineData("batches")]
    public async Task Two_million_rows_go_through_256_MB(string kind)
    {
        await using var test = await TestStore.CreateAsync(postgres);
        await using var other = await TestStore.CreateAsync(postgres);
        var (exitCode, output) = await LoadAsync(test, other, kind);

        Assert.True(exitCode == 0, $"The load ended with {exitCode}: {output}");
        Assert.Equal(Rows.ToString(CultureInfo.InvariantCulture), output.Trim());
        Assert.Equal(Rows, await test.ScalarAsync<long>("SELECT count(DISTINCT id) FROM features.wide_v1"));
    }

    [Fact]
    public async Task The_same_rows_held_in_a_list_do_not_fit()
    {
        await using var test = await TestStore.CreateAsync(postgres);
        Assert.Equal(MemoryWorker.OutOfMemory, (await LoadAsync(test, test, "list")).ExitCode);
    }

    private static Task<(int ExitCode, string Output)> LoadAsync(TestStore test, TestStore other, string kind) => BoundedProcess.RunAsync(
        HeapLimit,
        [MemoryWorker.Command, kind, Rows.ToString(CultureInfo.InvariantCulture)],
        (MemoryWorker.StoreVariable, test.ConnectionString),
        (MemoryWorker.SourceVariable, other.ConnectionString));
}
