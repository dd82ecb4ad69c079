using Npgsql;

namespace Ematix.Tests.Reliability;

/// <summary>Semantics §10: no message, log line or catalog row carries a password, a connection string or, keys aside, a row's values.</summary>
public sealed class SecretsTests(PostgresFixture postgres)
{
    private const string Password = "canary-password";
    private static readonly string Value = "canary-value";
    private static readonly string Key = "canary-key";

    private static readonly DateTimeOffset Start = Times.At("2024-01-01");

    [Fact]
    public async Task What_goes_wrong_is_told_without_secrets()
    {
        Assert.SkipUnless(postgres.Server.IsPrivate, "The server is shared (EMATIX_TEST_POSTGRES): no roles are made there.");
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<SensorReading>().Audits<OnlineSpend>();
        var role = "canary_" + Guid.NewGuid().ToString("N")[..8];
        await test.ExecuteAsync($"CREATE ROLE {role} LOGIN SUPERUSER PASSWORD '{Password}'");
        using var loggers = new RecordingLoggers();
        var connection = new NpgsqlConnectionStringBuilder(test.ConnectionString) { Username = role, Password = Password, Pooling = false };
        await using var store = FeatureStore.Open(connection.ConnectionString, loggers);
        await SensorReading.SyncAsync(store, [Reading(Start)]);
        await OnlineSpend.SyncAsync(store, [new OnlineSpend { Region = Key, UserId = 1, At = DateTimeOffset.UtcNow.AddMinutes(-1) }]);

        List<Exception> errors =
        [
            await FailAsync<LateArrivalException>(() => SensorReading.SyncAsync(store, [Reading(Start.AddDays(-1))])),
            await FailAsync<EventTimeException>(() => SensorReading.SyncAsync(store, [Reading(Start.AddYears(500))])),
            await FailAsync<NullKeyException>(() => SensorReading.SyncAsync(store, Source.Sql($"SELECT NULL::text AS site, {Key} AS sensor, {Start} AS at, 1::float8 AS value, {Value} AS note"))),
            await FailAsync<UnstorableValueException>(() => SensorReading.SyncAsync(store, [Reading(Start.AddDays(1), Value + "\0")])),
            await FailAsync<UnstorableValueException>(() => Appended.SyncAsync(store, [new Appended { Id = 1, Note = Value }])),
            await FailAsync<DuplicateKeyException>(() => Profile.SyncAsync(store, [new Profile { Id = 1, City = Value }, new Profile { Id = 1, City = Value + "2" }])),
            await FailAsync<SourceSchemaException>(() => Profile.SyncAsync(store, Source.Sql($"SELECT {Value}::text AS city, {Key}::text AS other"))),
            await FailAsync<DeleteGuardException>(() => OnlineCityAsync(store)),
            await FailAsync<SchemaDriftException>(() => DriftAsync(test, store)),
            await FailAsync<NpgsqlException>(() => KilledAsync(test, store)),
            await FailAsync<OperationCanceledException>(() => CancelledAsync(store)),
            await FailAsync<PostgresException>(() => WithPasswordAsync(connection, Password + "-wrong", loggers)),
        ];

        Assert.NotEmpty(loggers.Lines);
        Assert.All(errors, error => AssertHidden(error.ToString(), Value));
        Assert.All(loggers.Lines, line => AssertHidden(line, Value, Key));
        string[] catalog = [.. await test.RowsAsync("SELECT r::text FROM ematix_flow.run_history AS r"), .. await test.RowsAsync("SELECT f::text FROM ematix_flow.feature_views AS f")];
        Assert.NotEmpty(catalog);
        Assert.All(catalog, row => AssertHidden(row, Value));
    }

    private static SensorReading Reading(DateTimeOffset at, string? note = null) => new() { Site = Key, Sensor = Key, At = at, Value = 1, Note = note ?? Value };

    private static async Task OnlineCityAsync(FeatureStore store)
    {
        await OnlineCity.SyncAsync(store, [new OnlineCity { Id = 1, City = Value }]);
        await OnlineCity.SyncAsync(store, [], new() { HandleDeletes = HandleDeletes.Soft });
    }

    private static async Task DriftAsync(TestStore test, FeatureStore store)
    {
        await LatestOnly.SyncAsync(store, [new LatestOnly { Id = 1, City = Value }]);
        await test.ExecuteAsync("ALTER TABLE features.latest_only_v1 DROP COLUMN visits");
        await LatestOnly.SyncAsync(store, [new LatestOnly { Id = 1, City = Value }]);
    }

    private static async Task KilledAsync(TestStore test, FeatureStore store)
    {
        var killed = Replaced.SyncAsync(store, Source.Sql($"SELECT 1 AS id, {Value} || pg_sleep(60)::text AS note"));
        while (await test.ScalarAsync<long>("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = current_database()") == 0)
            await Task.Delay(5);
        await killed;
    }

    private static async Task CancelledAsync(FeatureStore store)
    {
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await Replaced.SyncAsync(store, Source.Sql($"SELECT 1 AS id, {Value} || pg_sleep(60)::text AS note"), cancellationToken: cancel.Token);
    }

    private static async Task WithPasswordAsync(NpgsqlConnectionStringBuilder connection, string password, RecordingLoggers loggers)
    {
        var wrong = new NpgsqlConnectionStringBuilder(connection.ConnectionString) { Password = password };
        await using var store = FeatureStore.Open(wrong.ConnectionString, loggers);
        await Profile.EnsureAsync(store);
    }

    private static async Task<TError> FailAsync<TError>(Func<Task> call)
        where TError : Exception => await Assert.ThrowsAnyAsync<TError>(call);

    private static void AssertHidden(string text, params string[] canaries) =>
        Assert.All([.. canaries, Password], canary => Assert.DoesNotContain(canary, text, StringComparison.Ordinal));
}
