using Npgsql;

namespace Ematix;

/// <summary>What <see cref="FeatureStore.Open"/> adds to a connection string that does not say otherwise.</summary>
internal static class StoreConnection
{
    private const int PreparedStatements = 64;

    public static string WithDefaults(string connectionString)
    {
        var given = new NpgsqlConnectionStringBuilder(connectionString);
        if (!given.ContainsKey("Max Auto Prepare"))
        {
            given.MaxAutoPrepare = PreparedStatements;
            given.AutoPrepareMinUsages = 2;
        }

        if (!given.ContainsKey("No Reset On Close"))
            given.NoResetOnClose = true;
        return given.ConnectionString;
    }
}
