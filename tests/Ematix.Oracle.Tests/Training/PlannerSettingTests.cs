namespace Ematix.Oracle.Tests.Training;

/// <summary>Whatever plan the server takes, a training set is the same bytes. The oracle is not asked.</summary>
public sealed class PlannerSettingTests(PostgresFixture postgres)
{
    private static readonly string[][] Settings =
    [
        ["enable_hashjoin=off"],
        ["enable_mergejoin=off"],
        ["enable_nestloop=off"],
        ["enable_hashjoin=off", "enable_mergejoin=off"],
        ["enable_indexscan=off", "enable_indexonlyscan=off"],
        ["enable_indexscan=off", "enable_indexonlyscan=off", "enable_bitmapscan=off"],
        ["enable_seqscan=off", "enable_bitmapscan=off"],
        ["enable_sort=off", "enable_incremental_sort=off"],
        ["enable_hashagg=off", "enable_material=off", "enable_memoize=off"],
        ["jit=on", "jit_above_cost=0"],
        ["work_mem=64kB", "hash_mem_multiplier=1", "temp_buffers=100"],
        ["parallel_setup_cost=0", "parallel_tuple_cost=0", "min_parallel_table_scan_size=0", "min_parallel_index_scan_size=0", "max_parallel_workers_per_gather=2"],
    ];

    [Fact]
    public async Task Twelve_planner_settings_give_one_result()
    {
        Assert.Equal(12, Settings.Length);
        await using var trained = await TrainedLane.OpenAsync(postgres, 5, Drivers.Spend, Drivers.Quote, Drivers.Reading);
        var reads = Reads(trained);
        var expected = new List<byte[]>();
        foreach (var read in reads)
            expected.Add(await CheckedAsync(trained, read));

        foreach (var settings in Settings)
        {
            await using var store = trained.Lane.OpenStore(settings);
            await using var readOnly = trained.Lane.OpenStore([.. settings, "default_transaction_read_only=on"]);
            foreach (var (read, bytes) in reads.Zip(expected))
            {
                var output = await trained.Reader.ReadAsync(read, read.IsReadOnly ? readOnly : store);
                Assert.True(bytes.AsSpan().SequenceEqual(output.Bytes), $"With {string.Join(", ", settings)}: {TrainingText.Of(read)}");
            }
        }
    }

    /// <summary>Over three views, of many rows, by every strategy: a table where it lies, a staged spine, one in the statement, arrays, and ranges of each; and as known at an instant.</summary>
    private static IReadOnlyList<TrainingRead> Reads(TrainedLane trained)
    {
        var random = new Random(8);
        var wide = Enumerable.Range(0, 1000).Select(_ => trained.Read(random)).First(read => read is { IsSet: true, Members.Count: 3, Spine.Rows.Count: >= 200 } && read.Members.DistinctBy(member => member.View).Count() == 3);
        wide = wide with { Asked = new(), Way = SpineWay.Table, IsReadOnly = false, IsCut = false, BatchSize = 100 };
        var known = trained.Loads.Order().ElementAt(trained.Loads.Count / 2);
        var query = wide with { Way = SpineWay.Query };
        var batches = wide with { Asked = new() { IsBefore = true }, Way = SpineWay.Batches };
        TrainingRead[] ways = [wide, wide with { IsCut = true }, query with { IsCut = true }, query with { IsReadOnly = true }, batches, batches with { IsCut = true }];
        return
        [
            .. new[] { JoinStrategy.Probe, JoinStrategy.Hash, JoinStrategy.OnePass }.SelectMany(strategy => ways.Select(read => read with { Strategy = strategy })),
            wide with { Asked = new() { KnownAt = known } },
        ];
    }

    private static async Task<byte[]> CheckedAsync(TrainedLane trained, TrainingRead read)
    {
        var (output, differences) = await new TrainingComparison(trained.Reader, trained.Tables, new Tally()).CompareAsync(read);
        Assert.Empty(differences);
        var features = read.Members.Sum(member => member.Features.Count);
        Assert.True(output!.Rows.Count(row => row![^features..].Any(value => value is not null)) is var answered && answered > 10 && answered < output.Rows.Count, $"{answered} of {output.Rows.Count} rows have features");
        return output.Bytes;
    }
}
