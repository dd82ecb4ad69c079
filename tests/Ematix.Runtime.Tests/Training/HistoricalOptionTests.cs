using static Ematix.Tests.Spend;
using static Ematix.Tests.Times;

namespace Ematix.Tests.Training;

/// <summary>Options that can't be right are refused at the call, by their names, before anything is read or enumerated.</summary>
public sealed class HistoricalOptionTests(PostgresFixture postgres)
{
    private static readonly HistoricalOptions[] Wrong =
        [new() { Ttl = Ttl + Microsecond }, new() { Ttl = TimeSpan.Zero }, new() { Ttl = TimeSpan.FromTicks(1) }, new() { BatchSize = 0 }, new() { MaxConnections = 0 }, new() { Strategy = (JoinStrategy)9 }];

    [Fact]
    public async Task Each_is_named()
    {
        await using var test = await TestStore.CreateAsync(postgres);
        foreach (var options in Wrong)
        {
            var refused = Assert.ThrowsAny<ArgumentException>(() => { _ = DealModel.HistoricalFeaturesAsync(test.Store, Spine.Table("ml", "labels", "t"), options); });
            Assert.Equal("options", refused.ParamName);
            Assert.StartsWith("HistoricalOptions.", refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Typed_rows_refuse_them_at_the_call_too()
    {
        await using var test = await TestStore.CreateAsync(postgres);
        foreach (var options in Wrong)
        {
            HistoricalOptions<UserSpend> ofView = new() { Ttl = options.Ttl, BatchSize = options.BatchSize, MaxConnections = options.MaxConnections, Strategy = options.Strategy };
            Assert.Equal("options", Assert.ThrowsAny<ArgumentException>(() => { _ = UserSpend.HistoricalRowsAsync(test.Store, [new SpineRow<long>(7, Start)], ofView); }).ParamName);
            Assert.Equal("options", Assert.ThrowsAny<ArgumentException>(() => { _ = DealModel.HistoricalRowsAsync(test.Store, Array.Empty<DealModel.SpineRow>(), options); }).ParamName);
        }
    }

    [Fact]
    public async Task A_lookup_names_its_parameter()
    {
        await using var test = await TestStore.CreateAsync(postgres);

        Assert.Equal("ttl", (await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await UserSpend.PointInTimeAsync(test.Store, 7, Start, Ttl + Microsecond))).ParamName);
    }
}
