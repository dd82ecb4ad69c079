using System.Data;
using Ematix.Planning;
using Npgsql;

namespace Ematix.Reading;

/// <summary>Repeats a read whose prepared statement an ALTER has made stale.</summary>
internal static class FreshPlan
{
    private static int _made;

    /// <summary>Whether the server refuses the plan that it keeps: 0A000, "cached plan must not change result type", whatever language it says that in.</summary>
    public static bool IsWanted(PostgresException refused) => refused.SqlState == PostgresErrorCodes.FeatureNotSupported;

    /// <summary>Runs the command again, once, with a text that no connection of the pool has prepared: each of them may keep a stale plan of the old one.</summary>
    public static Task<NpgsqlDataReader> ReadAsync(NpgsqlCommand stale, CommandBehavior behavior, CancellationToken cancellationToken)
    {
        stale.CommandText = ReadPlanner.Fresh(stale.CommandText, Interlocked.Increment(ref _made));
        return stale.ExecuteReaderAsync(behavior, cancellationToken);
    }
}
