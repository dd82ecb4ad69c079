using Ematix;

namespace Quickstart.Orders;

/// <summary>Features as they are often made: what is known TODAY, joined to a question about the past.</summary>
internal static class NaiveJoin
{
    public const string Sql = "SELECT customer_id, count(*), sum(amount) FROM raw.orders GROUP BY 1";

    /// <summary>What it says of each customer.</summary>
    public static async Task<Dictionary<long, Totals>> RunAsync(FeatureStore store, CancellationToken cancellationToken)
    {
        await using var command = store.DataSource.CreateCommand(Sql);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var answers = new Dictionary<long, Totals>();
        while (await reader.ReadAsync(cancellationToken))
            answers.Add(reader.GetInt64(0), new(reader.GetInt64(1), reader.GetDecimal(2)));
        return answers;
    }
}

/// <summary>Orders and spend of a customer over all time.</summary>
public sealed record Totals(long Orders, decimal Spent);
