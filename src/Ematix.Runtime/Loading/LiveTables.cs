using Ematix.Model;
using Ematix.Planning;
using Ematix.Sql;

namespace Ematix.Loading;

/// <summary>Finds out what a table is like.</summary>
internal static class LiveTables
{
    public static async Task<LiveTable> ReadAsync(Session session, FeatureViewModel view, CancellationToken cancellationToken)
    {
        var table = await ReadColumnsAsync(session, view, cancellationToken).ConfigureAwait(false);
        var rules = await session.QueryAsync(
            LiveTablePlanner.Rules,
            reader => (
                Name: reader.GetString(0),
                IsUsable: reader.GetBoolean(1),
                Columns: reader.IsDBNull(2) ? null : reader.GetFieldValue<string[]>(2),
                Expression: reader.IsDBNull(3) ? null : reader.GetString(3)),
            cancellationToken,
            Parameters.Text(view.Schema),
            Parameters.Text(view.Table)).ConfigureAwait(false);
        return table with
        {
            Indexes = rules.Where(rule => rule.Columns is not null)
                .Select(rule => new LiveIndex(rule.Name, rule.IsUsable, rule.Columns!.ToEquatableArray(), rule.Expression)).ToEquatableArray(),
            Checks = rules.Where(rule => rule.Columns is null).Select(rule => rule.Expression!).ToEquatableArray(),
        };
    }

    /// <summary>The columns alone, which is all that a load writes to.</summary>
    public static async Task<LiveTable> ReadColumnsAsync(Session session, FeatureViewModel view, CancellationToken cancellationToken)
    {
        var columns = await session.QueryAsync(
            LiveTablePlanner.Columns,
            reader => new LiveColumn(reader.GetString(0), reader.GetString(1), reader.GetBoolean(2))
            {
                HasDefault = reader.GetBoolean(3),
                IsGenerated = reader.GetBoolean(4),
                MergesTexts = reader.GetBoolean(5),
            },
            cancellationToken,
            Parameters.Text(view.Schema),
            Parameters.Text(view.Table)).ConfigureAwait(false);
        return new(columns.ToEquatableArray(), [], []);
    }

    /// <summary>The same table with the views that read its columns: they keep a column's type from changing.</summary>
    public static async Task<LiveTable> WithReadersAsync(Session session, FeatureViewModel view, LiveTable table, CancellationToken cancellationToken)
    {
        var readers = await session.QueryAsync(
            LiveTablePlanner.Readers,
            reader => (Column: reader.GetString(0), View: reader.GetString(1)),
            cancellationToken,
            Parameters.Text(view.Schema),
            Parameters.Text(view.Table),
            Parameters.Text(view.Online ? DerivedNames.Online(view.Table) : "")).ConfigureAwait(false);
        return table with
        {
            Columns = table.Columns.Select(column => column with
            {
                Readers = readers.Where(found => found.Column == column.Name).Select(found => found.View).ToEquatableArray(),
            }).ToEquatableArray(),
        };
    }
}
