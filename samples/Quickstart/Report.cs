using Ematix;
using Quickstart.Orders;
using Quickstart.Views;

namespace Quickstart;

/// <summary>The tables of the tour.</summary>
internal static class Report
{
    public static void Loads(params (string Name, SyncResult Load)[] loads) => Show.Table(
        ["", "rows", "ties", "unchanged", "written"],
        loads.Select(row => new object?[] { row.Name, row.Load.RowsRead, row.Load.Duplicates, row.Load.Unchanged, row.Load.Inserted }));

    public static void History(IEnumerable<FeatureVersion<CustomerSpend>> versions) => Show.Table(
        ["valid from (UTC)", "valid to", "orders", "total spent", "last amount"],
        versions.Select(version => new object?[]
        {
            version.ValidFrom, version.ValidTo, version.Row.Orders, version.Row.TotalSpent, version.Row.LastAmount,
        }));

    /// <summary>What was known then, beside what the naive join says was known then.</summary>
    public static void Leak(
        IEnumerable<long> shown, Dictionary<long, CustomerSpend?> then, Dictionary<long, Totals> naive, ILookup<long, Order> leaked) => Show.Table(
        ["customer", "orders then", "spent then", "naive orders", "naive spent", "leaked"],
        shown.Select(customer => new object?[]
        {
            $"{customer}", then[customer]?.Orders, then[customer]?.TotalSpent,
            naive[customer].Orders, naive[customer].Spent, (long)leaked[customer].Count(),
        }));
}
