using Npgsql;

namespace Ematix.Tests.Loading;

/// <summary>A connection that ends at any message of a load leaves before or after, never between; a plain retry converges.</summary>
public sealed class CrashTests(PostgresFixture postgres)
{
    private const string State = """
        SELECT id, city, is_current, _closed_by FROM features.online_profile_v1 ORDER BY id, valid_from
        """;

    private static readonly OnlineProfile[] First = [Row(1, "Oslo"), Row(2, "Rome"), Row(3, "Bonn"), Row(4, "Kyiv")];
    private static readonly OnlineProfile[] Second = [Row(1, "Oslo"), Row(2, "Riga"), Row(3, "Bonn"), Row(5, "Wien")];
    private static readonly SyncOptions<OnlineProfile> Soft = new() { HandleDeletes = HandleDeletes.Soft };
    private static readonly string[] Before = ["1|Oslo|True|-", "2|Rome|True|-", "3|Bonn|True|-", "4|Kyiv|True|-"];
    private static readonly string[] After = ["1|Oslo|True|-", "2|Rome|False|next", "2|Riga|True|-", "3|Bonn|True|-", "4|Kyiv|False|delete", "5|Wien|True|-"];

    /// <summary>
    /// Of the client's messages all. Of the server's those that say that a statement is done (each, COMMIT's included) and that the next may come: in between stand rows and their descriptions, whose
    /// loss is that of the completion after them, since the product acts on no answer before it is complete.
    /// </summary>
    public static TheoryData<Messages, Cut> Cuts => new()
    {
        { Messages.OfClient, Cut.Before },
        { Messages.OfClient, Cut.Half },
        { Messages.OfClient, Cut.After },
        { Messages.Completions, Cut.Before },
        { Messages.Completions, Cut.Half },
        { Messages.Completions, Cut.After },
        { Messages.Readiness, Cut.Half },
    };

    [Theory, MemberData(nameof(Cuts))]
    public async Task Every_cut_point_of_a_load_leaves_before_or_after(Messages which, Cut how)
    {
        await using var test = (await TestStore.CreateAsync(postgres)).Audits<OnlineProfile>();
        var connection = new NpgsqlConnectionStringBuilder(test.ConnectionString);
        await using var proxy = new CutProxy(connection.Host!, connection.Port);
        await using var cut = FeatureStore.Open($"{test.ConnectionString};Port={proxy.Port};Pooling=false;SSL Mode=Disable;GSS Encryption Mode=Disable;Application Name=cut");
        await OnlineProfile.SyncAsync(test.Store, First);
        await test.ExecuteAsync("CREATE TABLE kept AS TABLE features.online_profile_v1");

        // The first connection of a pool asks for more than those after it.
        await OnlineProfile.SyncAsync(cut, Second, Soft);
        await ResetAsync(test);
        proxy.Disarm();
        await OnlineProfile.SyncAsync(cut, Second, Soft);
        Assert.Equal(After, await test.RowsAsync(State));
        var messages = proxy.Count(which);
        Assert.True(messages > 20, $"Only {messages} messages were counted.");

        var (kept, lost) = (0, 0);
        for (var at = 1; at <= messages; at++)
        {
            await ResetAsync(test);
            proxy.Arm(which, at, how);
            var failure = await Record.ExceptionAsync(() => OnlineProfile.SyncAsync(cut, Second, Soft));
            proxy.Disarm();
            await WaitUntilGoneAsync(test);

            var state = await test.RowsAsync(State);
            Assert.True(state.SequenceEqual(failure is null ? After : Before), $"{how} {which} {at} of {messages} ({failure?.GetType().Name ?? "success"}): {string.Join(", ", state)}");
            await Audit.AssertAsync(test, Definitions.Of<OnlineProfile>());
            _ = failure is null ? kept++ : lost++;

            await OnlineProfile.SyncAsync(test.Store, Second, Soft);
            Assert.Equal(After, await test.RowsAsync(State));
        }

        Assert.True(kept > 0 && lost > messages / 2, $"{kept} loads were kept and {lost} lost.");
        TestContext.Current.SendDiagnosticMessage($"{how} {which}: {messages} cut points, {kept} kept, {lost} lost");
    }

    private static async Task ResetAsync(TestStore test)
    {
        await test.ExecuteAsync("TRUNCATE features.online_profile_v1; INSERT INTO features.online_profile_v1 TABLE kept; REFRESH MATERIALIZED VIEW features.online_profile_v1__online");
        Assert.Equal(Before, await test.RowsAsync(State));
    }

    private static async Task WaitUntilGoneAsync(TestStore test)
    {
        while (await test.ScalarAsync<long>("SELECT count(*) FROM pg_stat_activity WHERE application_name = 'cut'") > 0)
            await Task.Delay(2);
    }

    private static OnlineProfile Row(int id, string city) => new() { Id = id, City = city };
}
