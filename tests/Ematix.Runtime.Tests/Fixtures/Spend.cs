using static Ematix.Tests.Times;

namespace Ematix.Tests;

/// <summary>A small history of <see cref="UserSpend"/>: user 7 with a version a day for three days, user 8 with one.</summary>
internal static class Spend
{
    public static readonly DateTimeOffset Start = At("2024-03-01 10:00");

    public static readonly TimeSpan Ttl = TimeSpan.FromDays(30);

    public static async Task<TestStore> LoadedAsync(PostgresFixture postgres, params string[] settings)
    {
        var test = (await TestStore.CreateAsync(postgres, settings)).Audits<UserSpend>();
        await UserSpend.SyncAsync(test.Store, [
            new UserSpend { UserId = 7, Purchases = 1, Average = 1.5m, At = Start },
            new UserSpend { UserId = 7, Purchases = 2, At = Start.AddDays(1) },
            new UserSpend { UserId = 7, Purchases = 3, Average = 3, At = Start.AddDays(2) },
            new UserSpend { UserId = 8, Purchases = 20, Average = 20.25m, At = Start },
        ]);
        return test;
    }

    /// <summary>The purchases at spine rows, by typed rows.</summary>
    public static async Task<long?[]> PurchasesAsync(TestStore test, IEnumerable<SpineRow<long>> rows, HistoricalOptions<UserSpend>? options = null)
    {
        List<long?> purchases = [];
        await foreach (var row in UserSpend.HistoricalRowsAsync(test.Store, rows, options))
            purchases.Add(row?.Purchases);
        return [.. purchases];
    }
}
