using System.Reflection;
using System.Text.RegularExpressions;
using Npgsql;

namespace Ematix.Tests.Reliability;

/// <summary>Owner, loader and reader have the grants of <c>docs/roles.md</c>, and nothing more.</summary>
public sealed partial class RolesTests(PostgresFixture postgres)
{
    private readonly string _suffix = Guid.NewGuid().ToString("N")[..8];

    [Fact]
    public async Task Each_role_can_do_its_work_with_the_documented_grants()
    {
        Assert.SkipUnless(postgres.Server.IsPrivate, "The server is shared (EMATIX_TEST_POSTGRES): no roles are made there.");
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<OnlineProfile>().Audits<OnlineSpend>().Audits<Profile>();
        await RunAsync(test, "administrator");
        await using (var owner = As(test, "ematix_owner"))
        {
            await OnlineProfile.EnsureAsync(owner);
            await OnlineSpend.EnsureAsync(owner);
            await Profile.EnsureAsync(owner);
        }

        await RunAsync(test, "owner");
        await RunAsync(test, postgres.Server.Version.Major >= 17 ? "owner, from PostgreSQL 17" : "owner, before PostgreSQL 17");

        await using (var loader = As(test, "ematix_loader"))
        {
            foreach (var city in new[] { "Oslo", "Rome" })
            {
                await OnlineProfile.SyncAsync(loader, [new OnlineProfile { Id = 1, City = city }], new() { HandleDeletes = HandleDeletes.Soft });
                await Profile.SyncAsync(loader, Source.Sql($"SELECT 1 AS id, {city}::text AS city, true AS active, 1::float8 AS score"), new() { EnsureFirst = city == "Oslo" });
            }

            await OnlineSpend.SyncAsync(loader, [new OnlineSpend { Region = "eu", UserId = 1, Purchases = 1, At = DateTimeOffset.UtcNow.AddMinutes(-1) }]);
            await OnlineSpend.SyncAsync(loader, [new OnlineSpend { Region = "eu", UserId = 2, At = DateTimeOffset.UtcNow.AddDays(-60) }]);
        }

        await using var reader = As(test, "ematix_reader");
        Assert.Equal("Rome", (await OnlineProfile.OnlineFeaturesAsync(reader, 1))?.City);
        Assert.Equal("Rome", (await Profile.PointInTimeAsync(reader, 1, DateTimeOffset.UtcNow.AddMinutes(1)))?.City);
        Assert.Equal(1, (await OnlineSpend.OnlineFeaturesAsync(reader, "eu", 1))?.Purchases);
        Assert.Null(await OnlineSpend.OnlineFeaturesAsync(reader, "eu", 2));
    }

    [Fact]
    public async Task A_reader_can_not_load_and_a_loader_can_not_create()
    {
        Assert.SkipUnless(postgres.Server.IsPrivate, "The server is shared (EMATIX_TEST_POSTGRES): no roles are made there.");
        await using var test = await TestStore.CreateAsync(postgres);
        await RunAsync(test, "administrator");
        await using (var owner = As(test, "ematix_owner"))
        {
            await OnlineProfile.EnsureAsync(owner);
            await OnlineSpend.EnsureAsync(owner);
        }

        await RunAsync(test, "owner");
        await using var reader = As(test, "ematix_reader");
        await AssertDeniedAsync(() => OnlineSpend.SyncAsync(reader, [new OnlineSpend { Region = "eu", UserId = 1, At = DateTimeOffset.UtcNow.AddMinutes(-1) }]));
        await using var loader = As(test, "ematix_loader");
        await AssertDeniedAsync(() => Profile.SyncAsync(loader, [new Profile { Id = 1 }]));
        Assert.Equal(0, await test.ScalarAsync<long>("SELECT count(*) FROM features.online_spend_v1"));
    }

    private static async Task AssertDeniedAsync(Func<Task> call) =>
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(call)).SqlState);

    private FeatureStore As(TestStore test, string role) => FeatureStore.Open($"{test.ConnectionString};Options=-c role={Named(role, test)}");

    /// <summary>Runs the scripts of the page that have a title; roles belong to the whole server, so those of a test have names of their own.</summary>
    private async Task RunAsync(TestStore test, string title)
    {
        string[] scripts = [.. Script().Matches(await File.ReadAllTextAsync(Page)).Where(match => match.Groups[1].Value == title).Select(match => match.Groups[2].Value)];
        Assert.NotEmpty(scripts);
        foreach (var script in scripts)
            await test.ExecuteAsync(Named(script, test));
    }

    private string Named(string text, TestStore test) => text
        .Replace("ematix_owner", $"ematix_owner_{_suffix}", StringComparison.Ordinal)
        .Replace("ematix_loader", $"ematix_loader_{_suffix}", StringComparison.Ordinal)
        .Replace("ematix_reader", $"ematix_reader_{_suffix}", StringComparison.Ordinal)
        .Replace("DATABASE app", $"DATABASE \"{new NpgsqlConnectionStringBuilder(test.ConnectionString).Database}\"", StringComparison.Ordinal);

    private static string Page => Path.Combine(
        typeof(RolesTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "ProjectDirectory").Value!, "../../docs/roles.md");

    [GeneratedRegex("```sql ([^\n]+)\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Script();
}
