namespace Ematix.LocalPostgres.Ways;

/// <summary>The server of <c>EMATIX_TEST_POSTGRES</c>: others use it too, so nothing here stops it.</summary>
internal sealed class SharedInstance(string connectionString, Version version) : IPostgresInstance
{
    public string ConnectionString { get; } = connectionString;

    public string Origin => EnvironmentWay.VariableName;

    public Version Version { get; } = version;

    public bool IsPrivate => false;

    public bool IsRunning => true;

    public Task StopAsync(PostgresStopMode mode, CancellationToken cancellationToken) => throw NotOurs("stopped");

    public Task RestartAsync(CancellationToken cancellationToken) => throw NotOurs("restarted");

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static InvalidOperationException NotOurs(string what) =>
        new($"The server of {EnvironmentWay.VariableName} is not private and can't be {what}. Test IsPrivate first, or unset the variable.");
}
