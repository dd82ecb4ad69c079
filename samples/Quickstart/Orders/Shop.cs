using Quickstart.Views;

namespace Quickstart.Orders;

/// <summary>A made-up shop: always the same customers and the same orders, over the year that ends at the last midnight UTC.</summary>
public sealed class Shop
{
    private static readonly string[] Countries = ["AT", "CH", "DE", "FR", "NL"];

    /// <summary>The ids of all customers: 1, 2, 3 …</summary>
    public static IReadOnlyList<long> Customers { get; } = [.. Enumerable.Range(1, 3_000)];

    private Shop(DateTimeOffset yearEnd, IReadOnlyList<Order> orders) => (YearEnd, Orders) = (yearEnd, orders);

    /// <summary>The end of the year, exclusive.</summary>
    public DateTimeOffset YearEnd { get; }

    /// <summary>All orders, oldest first.</summary>
    public IReadOnlyList<Order> Orders { get; }

    /// <summary>Makes the year that ends where the day of <paramref name="now"/> starts.</summary>
    public static Shop Open(DateTimeOffset now)
    {
        var end = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero);
        var random = new Random(2014);
        var orders = from customer in Customers
                     from order in OrdersOf(customer, end, random)
                     select order;
        return new(end, [.. orders.OrderBy(order => order.OrderedAt).ThenBy(order => order.CustomerId).Select((order, i) => order with { OrderId = i + 1 })]);
    }

    /// <summary>Profiles as another system would hand them over, the first so many of them promoted to gold.</summary>
    public static IEnumerable<CustomerProfile> Profiles(int promoted) =>
        from customer in Customers
        select new CustomerProfile
        {
            CustomerId = customer,
            Country = Countries[customer % Countries.Length],
            Tier = customer <= promoted ? "gold" : "standard",
        };

    /// <summary>One to some thirty orders at any second of the year; one in ten is split into two of the same instant.</summary>
    private static IEnumerable<Order> OrdersOf(long customer, DateTimeOffset yearEnd, Random random)
    {
        var count = 1 + (int)(random.NextDouble() * random.NextDouble() * 30);
        for (var i = 0; i < count; i++)
        {
            var orderedAt = yearEnd.AddSeconds(-random.Next(1, 365 * 24 * 3600));
            for (var parts = random.Next(10) == 0 ? 2 : 1; parts > 0; parts--)
                yield return new(0, customer, orderedAt, random.Next(500, 15_000) / 100m);
        }
    }
}
