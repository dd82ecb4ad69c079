using System.Globalization;
using Apache.Arrow;
using Ematix.Planning;
using Ematix.Runtime;
using Ematix.Sql;
using Npgsql;

namespace Ematix.Loading;

/// <summary>Stages record batches, a batch at a time; their schema is judged before the first byte.</summary>
internal static class ArrowStage
{
    public static async Task<long> FillAsync(Session session, LoadPlan plan, ArrowSource source, Action<long>? progress, CancellationToken cancellationToken)
    {
        var schema = source.Schema;
        if (schema is not null)
            _ = Judge(plan, schema);
        NpgsqlRawCopyStream? into = null;
        ArrowToCopy? writer = null;
        try
        {
            await foreach (var batch in source.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                if (batch is null)
                    throw new ArgumentException("A record batch of the source is null.", nameof(source));
                if (writer is null)
                {
                    schema = batch.Schema;
                    var columns = Judge(plan, schema);
                    await session.SetLocalAsync("client_encoding", "UTF8", cancellationToken).ConfigureAwait(false);
                    into = await session.RawCopyAsync(plan.CopyStage, cancellationToken).ConfigureAwait(false);
                    writer = new ArrowToCopy(into, columns, fault => UnstorableValueException.InSource(plan.View, fault.Column, fault.Row, fault.Fault));
                }
                else if (!ReferenceEquals(batch.Schema, schema) && !Judge(plan, batch.Schema).SequenceEqual(Judge(plan, schema!)))
                {
                    throw new SourceSchemaException(Identifier.Table(plan.View), [$"the batch after row {writer.Rows.ToString(CultureInfo.InvariantCulture)} has its columns in another order than the first"]);
                }

                await writer.WriteAsync(batch, cancellationToken).ConfigureAwait(false);
                progress?.Invoke(writer.Rows);
            }

            if (writer is null)
                return 0;
            await writer.CompleteAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            if (into is not null)
                await RawCopy.AbandonAsync(into).ConfigureAwait(false);
            throw;
        }

        await into!.DisposeAsync().ConfigureAwait(false);
        return writer.Rows;
    }

    /// <summary>The staged columns, in the stage's order, each with the column of the batches that feeds it.</summary>
    /// <exception cref="SourceSchemaException">A column is missing, unknown, repeated, or of a type that does not pass.</exception>
    private static ArrowToCopyColumn[] Judge(LoadPlan plan, Schema schema)
    {
        string[] names = [.. schema.FieldsList.Select(field => field.Name)];
        var differences = SourceColumns.Compare(
            plan.Source,
            [.. schema.FieldsList.Select(field => new SourceColumn(field.Name, field.DataType.Name))],
            plan.Carried,
            incremental: null,
            (column, _) => ArrowColumns.Judge(schema.GetFieldByName(column.Column).DataType, column.Type) is { } problem ? $"column \"{column.Column}\" {problem}" : null);
        return differences.Count > 0
            ? throw new SourceSchemaException(Identifier.Table(plan.View), differences)
            : [.. plan.Source.Columns.Select(column => new ArrowToCopyColumn(column.Column, column.Type, System.Array.IndexOf(names, column.Column)))];
    }
}
