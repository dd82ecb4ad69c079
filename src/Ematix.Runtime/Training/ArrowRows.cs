using Apache.Arrow;
using Ematix.Runtime;

namespace Ematix.Training;

/// <summary>Rows of a spine in pieces of record batches, copied: whoever gave them may dispose them.</summary>
internal sealed class ArrowRows : IDisposable
{
    private readonly List<RecordBatch> _pieces = [];

    public int Rows { get; private set; }

    public IReadOnlyList<RecordBatch> Pieces => _pieces;

    /// <summary>Copies rows of a batch. Its schema may have dictionaries, the pieces' has none.</summary>
    public void Add(Schema schema, RecordBatch batch, int offset, int length)
    {
        _pieces.Add(new RecordBatch(schema, batch.Arrays.Select(array => ArrowJoin.Of(array.Data.Slice(offset, length))), length));
        Rows += length;
    }

    /// <summary>A column's values from a row, as an array of its own.</summary>
    public IArrowArray Column(int column, int offset, int length)
    {
        var slices = new List<ArrayData>();
        foreach (var piece in _pieces)
        {
            var taken = Math.Min(length, piece.Length - offset);
            if (taken > 0)
            {
                slices.Add(piece.Column(column).Data.Slice(offset, taken));
                (offset, length) = (0, length - taken);
            }
            else
            {
                offset -= piece.Length;
            }

            if (length == 0)
                break;
        }

        return ArrowJoin.Of(slices);
    }

    public void Dispose() => _pieces.ForEach(piece => piece.Dispose());
}
