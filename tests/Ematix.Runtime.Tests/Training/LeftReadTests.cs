using Apache.Arrow;
using Ematix.Planning.Training;
using Ematix.Training;
using static Ematix.Tests.Batches;
using static Ematix.Tests.Spend;

namespace Ematix.Tests.Training;

/// <summary>However a read ends, all of its connections go back, and what is thrown is what went wrong first.</summary>
public sealed class LeftReadTests(PostgresFixture postgres)
{
    private static readonly PartSizes Small = new() { First = 90, Most = 90, Unshared = 10, Typed = 100 };

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_opening_that_fails_or_is_cancelled_when_it_has_two_connections_gives_both_back(bool isCancelled)
    {
        await using var test = await LoadedAsync(postgres);
        using var cancelled = new CancellationTokenSource();
        var spine = new StuckSpine(isCancelled ? cancelled : null);
        var opening = UserSpend.HistoricalFeaturesAsync(test.Store, spine).OpenAsync(cancelled.Token);

        var error = await Assert.ThrowsAnyAsync<Exception>(() => opening);
        Assert.Equal(2, spine.Sessions);
        Assert.True(isCancelled ? error is OperationCanceledException : error.Message == StuckSpine.Error, error.ToString());
        Assert.Equal(0L, await test.IdleTransactionsAsync());
    }

    [Fact]
    public async Task A_spine_whose_disposal_fails_holds_no_connection()
    {
        await using var test = await LoadedAsync(postgres);
        var arrow = UserSpend.HistoricalFeaturesAsync(test.Store, Spine.Arrow(new Undisposable<RecordBatch>(Users(5)), "t"));
        var typed = UserSpend.HistoricalFeaturesAsync(test.Store, new Undisposable<SpineRow<long>>(new(7, Start)));

        Assert.Equal(Undisposable.Disposal, (await Assert.ThrowsAsync<InvalidOperationException>(() => RowsAsync(arrow))).Message);
        Assert.Equal(Undisposable.Disposal, (await Assert.ThrowsAsync<InvalidOperationException>(() => RowsAsync(typed))).Message);
        Assert.Equal(Undisposable.Disposal, (await Assert.ThrowsAsync<InvalidOperationException>(() => arrow.ExplainAsync())).Message);
        Assert.Equal(0L, await test.IdleTransactionsAsync());
    }

    [Fact]
    public async Task What_is_wrong_with_a_spine_is_said_even_if_its_disposal_fails_too()
    {
        await using var test = await LoadedAsync(postgres);
        await Assert.ThrowsAsync<SpineSchemaException>(() => RowsAsync(UserSpend.HistoricalFeaturesAsync(test.Store, Spine.Arrow(new Undisposable<RecordBatch>(Users(5)), "nope"))));
        var breaks = UserSpend.HistoricalFeaturesAsync(test.Store, Spine.Arrow(new Undisposable<RecordBatch>(Users(90)) { Breaks = true }, "t"), new() { Sizes = Small });
        Assert.Equal(Undisposable.Reading, (await Assert.ThrowsAsync<InvalidOperationException>(() => RowsAsync(breaks))).Message);
        Assert.Equal(0L, await test.IdleTransactionsAsync());
    }

    [Fact]
    public async Task A_reader_that_is_disposed_while_it_waits_for_its_spine_ends_the_wait()
    {
        await using var test = await LoadedAsync(postgres);
        var source = new WaitingSource<RecordBatch>([Users(90)]);
        var reader = await UserSpend.HistoricalFeaturesAsync(test.Store, Spine.Arrow(source, "t"), new() { Sizes = Small }).OpenAsync();
        (await reader.ReadNextRecordBatchAsync())!.Dispose();
        var pending = reader.ReadNextRecordBatchAsync().AsTask();
        await source.Waits.WaitAsync(Patience);

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(async () => await reader.DisposeAsync()))).WaitAsync(Patience);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pending);
        Assert.True(source.HasEnded);
        Assert.Equal(0L, await test.IdleTransactionsAsync());
        reader.Dispose();
    }

    [Fact]
    public async Task A_reader_that_is_disposed_while_the_server_works_ends_that_too()
    {
        await using var test = await LoadedAsync(postgres);
        await using var store = FeatureStore.Open(test.ConnectionString + ";Options=-c default_transaction_read_only=on");
        var reader = await UserSpend.HistoricalFeaturesAsync(store, Spine.Sql("SELECT 7 AS user_id, now() AS t FROM pg_sleep(120)", "t")).OpenAsync();
        var pending = reader.ReadNextRecordBatchAsync().AsTask();
        const string Working = "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = current_database()";
        while (await test.ScalarAsync<long>(Working) == 0)
            await Task.Delay(5);

        await reader.DisposeAsync().AsTask().WaitAsync(Patience);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pending);
        using var limit = new CancellationTokenSource(Patience);
        while (await test.ScalarAsync<long>(Working) > 0)
            await Task.Delay(50, limit.Token);
        Assert.Equal(0L, await test.IdleTransactionsAsync());
    }

    private static RecordBatch Users(int count) => Of(("user_id", Longs([.. Enumerable.Repeat<long?>(7, count)])), ("t", Instants([.. Enumerable.Repeat<DateTimeOffset?>(Start, count)])));

    /// <summary>A long spine that fails, or is cancelled, when its read has its sessions.</summary>
    private sealed class StuckSpine(CancellationTokenSource? cancelled) : Spine
    {
        public const string Error = "It can't be made ready.";

        public int Sessions { get; private set; }

        internal override TrainingManifestSpine Origin => new() { Kind = "Stuck" };

        internal override Task<SpineFeed> OpenAsync(TrainingContext context, CancellationToken cancellationToken) => Task.FromResult<SpineFeed>(new Feed(this)
        {
            Schema = new Schema([], metadata: null),
            Relation = SpinePlanner.FromStage([new("user_id", new(Model.ColumnKind.Int64)), new("t", new(Model.ColumnKind.Instant))], "t"),
            PassesThrough = true,
        });

        private async Task StickAsync(int sessions, CancellationToken cancellationToken)
        {
            Sessions = sessions;
            if (cancelled is null)
                throw new InvalidOperationException(Error);
            await cancelled.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
        }

        private sealed class Feed(StuckSpine spine) : SpineFeed
        {
            public override long RowsToJudge => 1_000_000;

            public override bool CanBeShared => true;

            public override Task PrepareAsync(SharedWork work, CancellationToken cancellationToken) => spine.StickAsync(work.Sessions.Count, cancellationToken);

            public override ValueTask<SpinePart?> NextAsync(CancellationToken cancellationToken) => default;
        }
    }
}
