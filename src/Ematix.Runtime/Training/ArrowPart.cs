using Apache.Arrow;
using Npgsql;

namespace Ematix.Training;

/// <summary>A part of record batches.</summary>
/// <param name="rows">The rows, with all columns.</param>
/// <param name="used">The positions of the columns that the server needs.</param>
internal sealed class ArrowPart(ArrowRows rows, int[] used) : ArrayPart
{
    public override RecordBatch Complete(Schema schema, RecordBatch features, long offset)
    {
        // The arrays of the features move into the new batch, which is then what is disposed.
        var columns = schema.FieldsList.Take(schema.FieldsList.Count - features.ColumnCount).Select((_, i) => rows.Column(i, (int)offset, features.Length));
        return new RecordBatch(schema, [.. columns, .. features.Arrays], features.Length);
    }

    public override void Dispose()
    {
        rows.Dispose();
        base.Dispose();
    }

    protected override void Bind(NpgsqlParameterCollection parameters)
    {
        foreach (var column in used)
            parameters.Add(ArrowKeys.Array([.. rows.Pieces.Select(piece => piece.Column(column))]));
    }
}
