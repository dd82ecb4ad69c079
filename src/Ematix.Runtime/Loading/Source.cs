using Ematix.Loading;

namespace Ematix;

/// <summary>Where a load's rows come from.</summary>
public abstract class Source
{
    private protected Source()
    {
    }

    /// <summary>The way that its rows take.</summary>
    internal abstract SyncPath Path { get; }

    /// <summary>A query on the store's own database; no row leaves the server. Columns are matched by name.</summary>
    /// <param name="query">One SELECT (or WITH … SELECT), without parameters. For rows of one key with equal event times, its ORDER BY decides which is last.</param>
    public static Source Sql(string query)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(query);
        return new SqlSource(query, []);
    }

    /// <summary>The same with values: each <c>{value}</c> of the interpolated string becomes a parameter, never text.</summary>
    /// <param name="query">An interpolated string.</param>
    public static Source Sql(SqlInterpolation query)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentException.ThrowIfNullOrWhiteSpace(query.Text, nameof(query));
        return new SqlSource(query.Text, query.Values);
    }

    internal static Source Rows<TView>(IEnumerable<TView> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return new RowSource<TView>(rows, null);
    }

    internal static Source Rows<TView>(IAsyncEnumerable<TView> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return new RowSource<TView>(null, rows);
    }
}
