using Ematix;
using NpgsqlTypes;

namespace Quickstart.Orders;

/// <summary>The table that a shop has already: <c>raw.orders</c>.</summary>
internal static class RawOrders
{
    public static async Task LoadAsync(FeatureStore store, IEnumerable<Order> orders, CancellationToken cancellationToken)
    {
        await using var connection = await store.DataSource.OpenConnectionAsync(cancellationToken);
        await using var create = connection.CreateCommand();
        create.CommandText = """
            CREATE SCHEMA raw;
            CREATE TABLE raw.orders (
                order_id    bigint PRIMARY KEY,
                customer_id bigint NOT NULL,
                ordered_at  timestamptz NOT NULL,
                amount      numeric(10,2) NOT NULL
            )
            """;
        await create.ExecuteNonQueryAsync(cancellationToken);

        await using var copy = await connection.BeginBinaryImportAsync("COPY raw.orders FROM STDIN (FORMAT BINARY)", cancellationToken);
        foreach (var order in orders)
        {
            await copy.StartRowAsync(cancellationToken);
            await copy.WriteAsync(order.OrderId, NpgsqlDbType.Bigint, cancellationToken);
            await copy.WriteAsync(order.CustomerId, NpgsqlDbType.Bigint, cancellationToken);
            await copy.WriteAsync(order.OrderedAt, NpgsqlDbType.TimestampTz, cancellationToken);
            await copy.WriteAsync(order.Amount, NpgsqlDbType.Numeric, cancellationToken);
        }

        await copy.CompleteAsync(cancellationToken);
    }
}
