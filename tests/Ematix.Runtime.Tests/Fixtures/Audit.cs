using Ematix.Model;
using Ematix.Planning;

namespace Ematix.Tests;

/// <summary>The audit of I1 to I6 that follows every test that writes.</summary>
internal static class Audit
{
    public static async Task AssertAsync(TestStore store, FeatureViewModel view)
    {
        // A test that failed before it made its table has said why already.
        if (await store.ScalarAsync<long>($"SELECT count(*) FROM pg_tables WHERE schemaname = {Sql.Literal.Text(view.Schema)} AND tablename = {Sql.Literal.Text(view.Table)}") == 0)
            return;
        foreach (var invariant in AuditPlanner.Invariants(view))
        {
            var broken = await store.RowsAsync($"SELECT count, array_to_string(key, ',') FROM ({invariant.Text}) AS found (count, key)");
            Assert.True(broken.Length == 0, $"{invariant.Name} ({invariant.Summary}) is broken in {view.CatalogName}: {string.Join("; ", broken)}");
        }

        if (view.Online)
            Assert.Equal(0, await store.ScalarAsync<long>(AuditPlanner.OnlineDifference(view)));
    }
}
