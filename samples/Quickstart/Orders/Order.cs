namespace Quickstart.Orders;

/// <summary>One order.</summary>
/// <param name="OrderId">Rises with time.</param>
/// <param name="CustomerId">From 1.</param>
/// <param name="OrderedAt">In UTC. A split delivery makes two orders of one instant.</param>
/// <param name="Amount">In euros.</param>
public sealed record Order(long OrderId, long CustomerId, DateTimeOffset OrderedAt, decimal Amount);
