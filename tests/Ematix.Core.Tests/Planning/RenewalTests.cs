using Ematix.Model;
using Ematix.Planning;

namespace Ematix.Tests.Planning;

/// <summary>Docs/decisions 40: the shorter of the view's time to live and the load's own decides what a load renews.</summary>
public sealed class RenewalTests
{
    [Theory]
    [InlineData(null, null, null)]
    [InlineData(10, null, 10)]
    [InlineData(null, 10, 10)]
    [InlineData(10, 4, 4)]
    [InlineData(10, 10, 10)]
    [InlineData(10, 40, 10)]
    public void The_shorter_time_to_live_decides(int? view, int? own, int? expected)
    {
        var plan = LoadPlanner.Plan(ExampleViews.MerchantProfile with { Ttl = Days(view) }, new() { Ttl = Days(own) });

        Assert.Equal(Days(expected), plan.RenewalTtl);
        Assert.Equal(expected is not null, plan.Renewals is not null);
    }

    [Fact]
    public void Without_a_time_to_live_nothing_is_renewed_by_a_sieve_either()
    {
        var view = ExampleViews.MerchantProfile with { Columns = ExampleViews.UserFeatures.Columns.Where(column => !column.IsEventTime).ToEquatableArray() };

        Assert.Null(LoadPlanner.Plan(view, new()).Sieve!.SkipRenewals);
        Assert.NotNull(LoadPlanner.Plan(view, new() { Ttl = TimeSpan.FromDays(1) }).Sieve!.SkipRenewals);
    }

    [Fact]
    public void A_view_with_an_event_time_and_one_without_history_renew_nothing()
    {
        Assert.Null(LoadPlanner.Plan(ExampleViews.UserFeatures, new() { Ttl = TimeSpan.FromDays(1) }).RenewalTtl);
        Assert.Null(LoadPlanner.Plan(ExampleViews.Latest, new()).RenewalTtl);
    }

    private static TimeSpan? Days(int? days) => days is { } count ? TimeSpan.FromDays(count) : null;
}
