using Ematix.Planning.Training;
using Npgsql;

namespace Ematix.Training;

/// <summary>
/// Rows that are brought as arrays: many into a stage, which the server reads faster and another connection can have its rows of; a few, and all where nothing can be
/// staged, into settings of the transaction, which needs no right and leaves nothing in the catalog.
/// </summary>
internal abstract class ArrayPart : SpinePart
{
    /// <summary>The rows as arrays in settings.</summary>
    public required SpineRelation Relation { get; init; }

    /// <summary>An array a column, in order.</summary>
    protected abstract void Bind(NpgsqlParameterCollection parameters);

    public override async Task<IReadOnlyList<SpineRelation>> BringAsync(SharedWork work, CancellationToken cancellationToken)
    {
        var session = work.Sessions[0];
        if (!session.CanStage || !work.IsLong(Rows!.Value))
        {
            await RunAsync(session, SnapshotSql.KeepArrays(Relation.Columns.Select(column => Sql.TypeMap.Staged(column.Type) + "[]")), cancellationToken).ConfigureAwait(false);
            return [Relation];
        }

        foreach (var each in work.Sessions)
            await each.ExecuteAsync(SpinePlanner.Unstage, cancellationToken).ConfigureAwait(false);
        await RunAsync(session, SpinePlanner.StageArrays(Relation.Columns), cancellationToken).ConfigureAwait(false);
        return await work.ShareAsync(SpinePlanner.FromStage(Relation.Columns, Relation.AsOf), Rows!.Value, cancellationToken).ConfigureAwait(false);
    }

    private async Task RunAsync(Session session, string sql, CancellationToken cancellationToken)
    {
        await using var command = session.Command(sql);
        Bind(command.Parameters);
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }
}
