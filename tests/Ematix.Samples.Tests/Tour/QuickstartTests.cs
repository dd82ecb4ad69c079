using System.Globalization;
using System.Text.RegularExpressions;
using Ematix.Samples.Tests.Support;
using Quickstart.Orders;
using Quickstart.Views;

namespace Ematix.Samples.Tests.Tour;

/// <summary>The quickstart as a program: what it prints is computed again here, from the same orders and without the product.</summary>
public sealed partial class QuickstartTests(QuickstartRun run) : IClassFixture<QuickstartRun>
{
    private readonly SampleOutcome _outcome = run.Outcome;

    [Fact]
    public void It_ends_well_and_complains_of_nothing() => Assert.Equal((0, ""), (_outcome.ExitCode, _outcome.Errors));

    [Fact]
    public void It_leaves_no_server_and_no_file() => _outcome.AssertNothingLeft();

    [Fact]
    public void Redirected_it_prints_plain_text_that_fits_the_page()
    {
        Assert.DoesNotContain('\e', _outcome.Output);
        Assert.All(_outcome.Output.Split('\n'), line => Assert.True(line.Length <= 90, line));
    }

    [Fact]
    public void It_says_what_was_loaded_and_that_the_same_again_writes_nothing()
    {
        var orders = PrintedShop().Orders;
        var versions = orders.DistinctBy(order => (order.CustomerId, order.OrderedAt)).Count();
        var ties = orders.Count - versions;

        Assert.True(ties > 0);
        Assert.Contains(Invariant($"CustomerSpend, SQL over raw.orders {orders.Count:N0} {ties:N0} 0 {versions:N0}"), _outcome.Lines);
        Assert.Contains(Invariant($"once more: nothing is written {orders.Count:N0} {ties:N0} {versions:N0} 0"), _outcome.Lines);
        Assert.Contains("CustomerProfile, C# objects 3,000 0 0 3,000", _outcome.Lines);
        Assert.Contains("once more, 40 promoted: only they 3,000 0 2,960 40", _outcome.Lines);
    }

    [Fact]
    public void It_shows_the_history_of_one_customer_with_a_tie_as_one_version()
    {
        var starts = PrintedShop().Orders.Where(order => order.CustomerId == 80).GroupBy(order => order.OrderedAt).ToArray();
        Assert.Contains(starts, start => start.Count() > 1);

        var (orders, spent) = (0, 0m);
        foreach (var (i, start) in starts.Index())
        {
            orders += start.Count();
            spent += start.Sum(order => order.Amount);
            var end = i + 1 < starts.Length ? Minute(starts[i + 1].Key) : "-";
            Assert.Contains(Invariant($"{Minute(start.Key)} {end} {orders} {spent:N2} {start.Last().Amount:N2}"), _outcome.Lines);
        }
    }

    [Fact]
    public void Its_answers_of_the_past_hold_nothing_of_the_future_and_the_naive_ones_beside_them_do()
    {
        var shop = PrintedShop();
        var asOf = shop.YearEnd.AddDays(-180);
        foreach (var customer in (long[])[80, 30, 77, 777, 1234])
        {
            var all = shop.Orders.Where(order => order.CustomerId == customer).ToArray();
            var past = all.Where(order => order.OrderedAt <= asOf).ToArray();
            var isAlive = past.Length > 0 && past[^1].OrderedAt >= asOf.AddDays(-90);
            var then = isAlive ? Invariant($"{past.Length} {past.Sum(order => order.Amount):N2}") : "- -";
            Assert.Contains(Invariant($"{customer} {then} {all.Length} {all.Sum(order => order.Amount):N2} {all.Length - past.Length}"), _outcome.Lines);
        }

        var leaked = shop.Orders.Where(order => order.OrderedAt > asOf).ToArray();
        var customers = leaked.DistinctBy(order => order.CustomerId).Count();
        Assert.Contains(Invariant($"It leaks {leaked.Length:N0} orders, of {customers:N0} of 3,000 customers, that had not happened yet."), _outcome.Lines);
    }

    [Fact]
    public void It_answers_online_and_measures_how_long_that_takes()
    {
        var all = PrintedShop().Orders.Where(order => order.CustomerId == 80).ToArray();
        Assert.Contains(
            Invariant($"Customer 80: {all.Length} orders, {all.Sum(order => order.Amount)} spent, the last on {all[^1].OrderedAt:yyyy-MM-dd}."), _outcome.Lines);

        var times = Latency().Match(_outcome.Output);
        Assert.True(times.Success);
        var (median, p99) = (Number(times.Groups[1]), Number(times.Groups[2]));
        Assert.InRange(median, 1, 50_000);
        Assert.True(p99 >= median);
    }

    [Fact]
    public void It_shows_the_generated_sql() => Assert.Contains(CustomerSpend.Sql.PointInTime, _outcome.Output, StringComparison.Ordinal);

    /// <summary>The shop of the year that the sample printed, in case midnight has passed since.</summary>
    private Shop PrintedShop() =>
        Shop.Open(DateTimeOffset.Parse(AsOf().Match(_outcome.Output).Groups[1].Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).AddDays(180));

    private static string Minute(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static int Number(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"known on (\d{4}-\d\d-\d\d),")]
    private static partial Regex AsOf();

    [GeneratedRegex(@"median (\d+) µs, p99 (\d+) µs")]
    private static partial Regex Latency();
}
