using Ematix;

namespace Quickstart.Views;

/// <summary>What a customer has spent so far. Every order is an event: it starts a version of its own, at the time of the order.</summary>
[FeatureView(Ttl = "90d", Description = "Orders and spend of a customer so far")]
public partial class CustomerSpend
{
    [EntityKey]
    public long CustomerId { get; init; }

    [EventTimestamp]
    public DateTimeOffset OrderedAt { get; init; }

    public long Orders { get; init; }

    [Numeric(12, 2)]
    public decimal TotalSpent { get; init; }

    [Numeric(10, 2)]
    public decimal LastAmount { get; init; }

    /// <summary>Of two orders at one instant the last in this order counts; it has both in its sums.</summary>
    public static Source FromOrders { get; } = Source.Sql("""
        SELECT customer_id,
               ordered_at,
               count(*)    OVER so_far AS orders,
               sum(amount) OVER so_far AS total_spent,
               amount AS last_amount
        FROM raw.orders
        WINDOW so_far AS (PARTITION BY customer_id ORDER BY ordered_at, order_id)
        ORDER BY ordered_at, order_id
        """);
}
