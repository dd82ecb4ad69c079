using System.Diagnostics;
using System.Globalization;

namespace Ematix.Tests.Memory;

/// <summary>Semantics §5: client memory does not grow with the number of rows. Two million rows go through a heap that could not hold them.</summary>
public sealed class MemoryBoundTests(PostgresFixture postgres)
{
    private const int Rows = 2_000_000;
    private const string HeapLimit = "0x10000000";

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

    private static async Task<(int ExitCode, string Output)> LoadAsync(TestStore test, TestStore other, string kind)
    {
        var program = typeof(MemoryBoundTests).Assembly.Location;
        var start = new ProcessStartInfo("dotnet", [program, MemoryWorker.Command, kind, Rows.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_GCHeapHardLimit"] = HeapLimit;
        start.Environment[MemoryWorker.StoreVariable] = test.ConnectionString;
        start.Environment[MemoryWorker.SourceVariable] = other.ConnectionString;
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output + await error);
    }
}
