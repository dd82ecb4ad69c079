using Ematix.Samples.Tests.Support;
using FlightDelays.Views;

namespace Ematix.Samples.Tests.Flights;

/// <summary>As-ofs a microsecond around an event and around the end of its time to live, asked one by one and in one batch.</summary>
public sealed class WeatherProbeTests(PostgresFixture postgres)
{
    private static readonly DateTimeOffset First = new(2014, 6, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Second = First.AddHours(2);
    private static readonly TimeSpan Ttl = TimeSpan.FromHours(3);
    private static readonly TimeSpan Microsecond = TimeSpan.FromMicroseconds(1);

    private static readonly (DateTimeOffset AsOf, double? Temp)[] Probes =
    [
        (First - Microsecond, null),
        (First - TimeSpan.FromTicks(1), null),
        (First, 1),
        (First + Microsecond, 1),
        (Second - Microsecond, 1),
        (Second, 2),
        (Second + Microsecond, 2),
        (Second + Ttl - Microsecond, 2),
        (Second + Ttl, 2),
        (Second + Ttl + TimeSpan.FromTicks(9), 2),
        (Second + Ttl + Microsecond, null),
        (Second.ToOffset(TimeSpan.FromHours(-7)), 2),
    ];

    [Fact]
    public async Task An_observation_is_seen_from_its_own_instant_to_the_last_microsecond_of_its_time_to_live()
    {
        await using var test = await StartAsync();
        foreach (var (asOf, temp) in Probes)
            Assert.Equal((asOf, temp), (asOf, (await AirportWeather.PointInTimeAsync(test.Store, "SEA", asOf))?.Temp));
    }

    [Fact]
    public async Task A_batch_answers_the_same_in_the_order_of_its_questions()
    {
        await using var test = await StartAsync();
        (DateTimeOffset AsOf, double? Temp)[] probes = [.. Probes.Reverse(), .. Probes];
        var answers = await AirportWeather.PointInTimeAsync(test.Store, [.. probes.Select(_ => "SEA")], [.. probes.Select(probe => probe.AsOf)]);
        Assert.Equal(probes.Select(probe => probe.Temp), answers.Select(answer => answer?.Temp));
    }

    [Fact]
    public async Task A_shorter_time_to_live_for_one_read_ends_just_as_sharply()
    {
        await using var test = await StartAsync();
        var hour = TimeSpan.FromHours(1);
        Assert.Equal(2, (await AirportWeather.PointInTimeAsync(test.Store, "SEA", Second + hour, hour))?.Temp);
        Assert.Null(await AirportWeather.PointInTimeAsync(test.Store, "SEA", Second + hour + Microsecond, hour));
    }

    private async Task<TestStore> StartAsync()
    {
        var test = await TestStore.CreateAsync(postgres);
        await AirportWeather.SyncAsync(test.Store, [Observed(First, 1), Observed(Second, 2)]);
        return test;
    }

    private static AirportWeather Observed(DateTimeOffset at, double temp) => new() { Airport = "SEA", ObsUtc = at, Temp = temp };
}
