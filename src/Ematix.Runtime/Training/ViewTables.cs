using Ematix.Model;
using Ematix.Planning.Training;
using Ematix.Sql;
using Npgsql;

namespace Ematix.Training;

/// <summary>Whether the tables of a set's views are there, with the columns that it reads.</summary>
internal static class ViewTables
{
    /// <param name="session">The session.</param>
    /// <param name="set">The set.</param>
    /// <param name="cause">What a statement that needs them failed with, if it did.</param>
    /// <param name="cancellationToken">Cancels the look.</param>
    /// <exception cref="NotRegisteredException">A view has no table.</exception>
    /// <exception cref="SchemaDriftException">A table lacks columns.</exception>
    public static async Task CheckAsync(Session session, TrainingSetModel set, PostgresException? cause, CancellationToken cancellationToken)
    {
        var wanted = set.Views.SelectMany(view => Wanted(view).Select(column => (view.View, Column: column))).Distinct().ToArray();
        var lacking = await session.QueryAsync(
            SnapshotSql.Lacking,
            reader => (wanted[reader.GetInt64(0) - 1].View, wanted[reader.GetInt64(0) - 1].Column, HasTable: reader.GetBoolean(1)),
            cancellationToken,
            Parameters.Texts([.. wanted.Select(column => column.View.Schema)]),
            Parameters.Texts([.. wanted.Select(column => column.View.Table)]),
            Parameters.Texts([.. wanted.Select(column => column.Column.Column)])).ConfigureAwait(false);
        if (lacking.Find(column => !column.HasTable) is { View: { } missing } && cause is not null)
            throw NotRegisteredException.OfRead(missing, cause);
        if (lacking.Find(column => column.HasTable) is { View: { } drifted })
        {
            string[] differences = [.. lacking.Where(column => column.View == drifted).Select(column => $"column \"{column.Column.Column}\" ({TypeMap.Declared(column.Column.Type)}) is missing")];
            throw new SchemaDriftException(Identifier.Table(drifted), differences, OnDrift.Error, cause);
        }
    }

    private static IEnumerable<FeatureModel> Wanted(TrainingViewModel view) =>
        view.View.Columns.Where(column => column.IsKey || view.Columns.Count == 0 || view.Columns.Contains(column.Column));
}
