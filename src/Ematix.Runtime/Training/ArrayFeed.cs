using Ematix.Model;
using Ematix.Planning.Training;
using Npgsql;

namespace Ematix.Training;

/// <summary>
/// A spine of the client's: the columns that the join needs are kept, part by part, as arrays in settings of the transaction. That works on a read-only
/// server too, and needs no right.
/// </summary>
internal abstract class ArrayFeed : SpineFeed
{
    private SpinePart? _first;

    /// <summary>The first part, read to judge the spine; null of an empty one.</summary>
    public required ArrayPart? First { get; init; }

    public override long RowsToJudge => First?.Rows ?? 0;

    /// <summary>Whether the first part is as long as it may be: there may be others.</summary>
    public required bool IsLong { get; init; }

    public override bool Cut(JoinStrategy strategy)
    {
        _first = First;
        return IsLong;
    }

    /// <summary>Rows of each part, by its number from 0, for a read.</summary>
    public static Func<int, int> SizeFor(TrainingContext context) =>
        context.KnownAts.Count > 0 || context.Options.Strategy is JoinStrategy.Hash or JoinStrategy.OnePass ? PartSize.OfPasses : PartSize.OfProbes;

    public override async Task PrepareAsync(Session session, CancellationToken cancellationToken) =>
        await session.QueryAsync(SnapshotSql.PlainTexts, _ => 0, cancellationToken).ConfigureAwait(false);

    public override async ValueTask<SpinePart?> NextAsync(CancellationToken cancellationToken)
    {
        if (_first is not { } first)
            return First is null ? null : await ReadPartAsync(cancellationToken).ConfigureAwait(false);
        _first = null;
        return first;
    }

    public static SpineRelation RelationOf(EquatableArray<SpineColumn> columns, string asOf) =>
        SpinePlanner.FromArrays(columns, asOf, (i, type) => TrainingValues.Array(TrainingValues.Column(i), type));

    protected abstract ValueTask<SpinePart?> ReadPartAsync(CancellationToken cancellationToken);
}

/// <summary>Rows that are brought as arrays.</summary>
internal abstract class ArrayPart : SpinePart
{
    /// <summary>An array a column, in order.</summary>
    protected abstract void Bind(NpgsqlParameterCollection parameters);

    public override async Task BringAsync(Session session, CancellationToken cancellationToken)
    {
        await using var command = session.Command(SnapshotSql.KeepArrays(Relation.Columns.Select(column => Sql.TypeMap.Staged(column.Type) + "[]")));
        Bind(command.Parameters);
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }
}
