using static Ematix.Tests.Times;

namespace Ematix.Tests.Reading;

/// <summary>Semantics §6 and §7: what was known of a key at an instant.</summary>
public sealed class PointInTimeTests(PostgresFixture postgres)
{
    private static readonly DateTimeOffset Start = At("2024-03-01 10:00");
    private static readonly TimeSpan Ttl = TimeSpan.FromDays(30);

    [Fact]
    public async Task Each_as_of_sees_the_version_that_held_then()
    {
        await using var test = await LoadedAsync();

        Assert.Null(await AtAsync(test, Start - Microsecond));
        Assert.Equal(1, await AtAsync(test, Start));
        Assert.Equal(1, await AtAsync(test, Start.AddDays(1) - Microsecond));
        Assert.Equal(2, await AtAsync(test, Start.AddDays(1)));
        Assert.Equal(3, await AtAsync(test, Start.AddDays(2)));
    }

    [Fact]
    public async Task A_version_is_alive_up_to_its_ttl_inclusive()
    {
        await using var test = await LoadedAsync();
        var last = Start.AddDays(2);

        Assert.Equal(3, await AtAsync(test, last + Ttl));
        Assert.Null(await AtAsync(test, last + Ttl + Microsecond));
    }

    [Fact]
    public async Task A_call_may_shorten_the_ttl_but_not_extend_it()
    {
        await using var test = await LoadedAsync();
        var hour = TimeSpan.FromHours(1);

        Assert.Equal(1, await AtAsync(test, Start + hour, hour));
        Assert.Null(await AtAsync(test, Start + hour + Microsecond, hour));
        var longer = await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => AtAsync(test, Start, Ttl + Microsecond));
        Assert.Contains("features.user_spend.v1", longer.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => AtAsync(test, Start, TimeSpan.Zero));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => AtAsync(test, Start, TimeSpan.FromTicks(15)));
    }

    [Fact]
    public async Task The_as_of_is_floored_to_the_microsecond()
    {
        await using var test = await LoadedAsync();

        Assert.Equal(1, await AtAsync(test, Start.AddDays(1).AddTicks(-1)));
        Assert.Equal(2, await AtAsync(test, Start.AddDays(1).AddTicks(9)));
    }

    [Fact]
    public async Task An_as_of_is_an_instant_whatever_its_offset()
    {
        await using var test = await LoadedAsync();

        Assert.Equal(2, await AtAsync(test, Start.AddDays(1).ToOffset(TimeSpan.FromHours(14))));
        Assert.Equal(1, await AtAsync(test, (Start.AddDays(1) - Microsecond).ToOffset(TimeSpan.FromHours(-12))));
    }

    [Theory]
    [InlineData("0001-01-01 00:00")]
    [InlineData("0001-01-01 00:00:00.000001")]
    [InlineData("1582-10-10 00:00")]
    [InlineData("1999-12-31 23:59:59.999999")]
    [InlineData("2000-01-01 00:00")]
    public async Task The_whole_range_of_instants_is_exact(string start)
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<SensorReading>();
        var at = At(start);
        await SensorReading.SyncAsync(test.Store, [new SensorReading { Site = "a", Sensor = "s", At = at, Value = 1 }]);

        var seen = await SensorReading.PointInTimeAsync(test.Store, "a", "s", at);
        Assert.Equal(at, seen!.At);
        Assert.Equal(TimeSpan.Zero, seen.At.Offset);
        Assert.NotNull(await SensorReading.PointInTimeAsync(test.Store, "a", "s", DateTimeOffset.MaxValue));
        if (at > DateTimeOffset.MinValue)
            Assert.Null(await SensorReading.PointInTimeAsync(test.Store, "a", "s", at - Microsecond));
    }

    [Fact]
    public async Task A_batch_keeps_order_and_duplicates_and_answers_null_for_what_is_not_there()
    {
        await using var test = await LoadedAsync();
        var answers = await UserSpend.PointInTimeAsync(test.Store, [7, 8, 7, 99], Start.AddDays(1));

        Assert.Equal([2, 20, 2, null], answers.Select(answer => answer?.Purchases));
    }

    [Fact]
    public async Task A_batch_with_an_as_of_a_key_answers_each_at_its_own_instant()
    {
        await using var test = await LoadedAsync();
        DateTimeOffset[] asOfs = [Start.AddDays(2), Start - Microsecond, Start, Start.AddDays(1) - Microsecond, Start.AddDays(2) + Ttl + Microsecond];
        var answers = await UserSpend.PointInTimeAsync(test.Store, [7, 7, 7, 7, 7], asOfs);

        Assert.Equal([3, null, 1, 1, null], answers.Select(answer => answer?.Purchases));
        foreach (var (answer, asOf) in answers.Zip(asOfs))
            Assert.Equal(answer?.Purchases, await AtAsync(test, asOf));
        await Assert.ThrowsAsync<ArgumentException>(async () => await UserSpend.PointInTimeAsync(test.Store, [7, 7], [Start]));
    }

    [Fact]
    public async Task An_empty_batch_is_answered_without_a_question()
    {
        await using var test = await LoadedAsync();

        Assert.Empty(await UserSpend.PointInTimeAsync(test.Store, [], Start));
        Assert.Empty(await UserSpend.OnlineFeaturesAsync(test.Store, []));
    }

    [Fact]
    public async Task A_key_that_is_null_is_refused_alone_and_answers_null_in_a_batch()
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<SensorReading>();
        await SensorReading.EnsureAsync(test.Store);

        await Assert.ThrowsAsync<ArgumentNullException>(async () => await SensorReading.PointInTimeAsync(test.Store, null!, "s", Start));
        Assert.Equal([null], await SensorReading.PointInTimeAsync(test.Store, [new SensorReading.Key(null!, "s")], Start));
    }

    [Fact]
    public async Task A_cancelled_lookup_leaves_the_pool_as_it_was()
    {
        await using var test = await LoadedAsync();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await UserSpend.PointInTimeAsync(test.Store, 7, Start, cancellationToken: cancelled.Token));
        Assert.Equal(1, await AtAsync(test, Start));
    }

    private async Task<TestStore> LoadedAsync()
    {
        var test = (await TestStore.CreateAsync(postgres)).Audits<UserSpend>();
        await UserSpend.SyncAsync(test.Store, [
            new UserSpend { UserId = 7, Purchases = 1, At = Start },
            new UserSpend { UserId = 7, Purchases = 2, At = Start.AddDays(1) },
            new UserSpend { UserId = 7, Purchases = 3, At = Start.AddDays(2) },
            new UserSpend { UserId = 8, Purchases = 20, At = Start },
        ]);
        return test;
    }

    private static async Task<long?> AtAsync(TestStore test, DateTimeOffset asOf, TimeSpan? ttl = null) =>
        (await UserSpend.PointInTimeAsync(test.Store, 7, asOf, ttl))?.Purchases;
}
