namespace Ematix.Oracle.Tests.Properties;

/// <summary>Online answers follow the database's clock: versions die while the test looks on, each at its own time.</summary>
public sealed class OnlineClockTests(PostgresFixture postgres)
{
    private const int Keys = 40;

    [Fact]
    public async Task A_key_answers_until_its_time_to_live_is_over()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var (driver, ttl) = (Drivers.Pulse, Specs.Pulse.Ttl!.Value);
        await using var lane = await Lane.OpenAsync(postgres);
        var alive = new SortedSet<int>();
        // The first load of a program is slow: on a busy machine all is dead before it is over.
        for (var attempt = 0; attempt < 5 && alive.Count < 2; attempt++)
        {
            var run = new StoryRun(lane, driver, new Tally(), cancellationToken);
            var start = await lane.ClockAsync();
            var rows = Enumerable.Range(0, Keys).Select(key => new object?[] { key, Micros.ToInstant(start - (ttl * key / Keys)), key }).ToArray();
            Assert.Empty(await run.LoadAsync([new Batch(rows)]));

            var story = new Story([.. rows.Select(row => (IReadOnlyList<object?>)[row[0]])], [], ttl);
            for (var now = start; now < start + ttl + (Micros.Second / 10); now = await lane.ClockAsync())
            {
                Assert.Empty(await new Comparison(lane, driver, run.Oracle, new Dictionary<long, Guid>(), new Tally(), cancellationToken).OnlineAsync(story));
                alive.Add(rows.Count(row => run.Oracle.Online(driver.Spec.KeyOf(row), now) is not null));
            }
        }

        Assert.True(alive.Count >= 2, "The test looked too rarely to see versions die.");
    }
}
