using Apache.Arrow;

namespace Ematix.Training;

/// <summary>Rows of a spine in pieces of record batches, copied: whoever gave them may dispose them.</summary>
internal sealed class ArrowRows : IDisposable
{
    private readonly List<RecordBatch> _pieces = [];

    public int Rows { get; private set; }

    public IReadOnlyList<RecordBatch> Pieces => _pieces;

    public void Add(RecordBatch batch, int offset, int length)
    {
        _pieces.Add(new RecordBatch(batch.Schema, batch.Arrays.Select(array => Copy([ArrowArrayFactory.Slice(array, offset, length)])), length));
        Rows += length;
    }

    /// <summary>A column's values from a row, as an array of its own.</summary>
    public IArrowArray Column(int column, int offset, int length)
    {
        var slices = new List<IArrowArray>();
        foreach (var piece in _pieces)
        {
            var taken = Math.Min(length, piece.Length - offset);
            if (taken > 0)
            {
                slices.Add(ArrowArrayFactory.Slice(piece.Column(column), offset, taken));
                (offset, length) = (0, length - taken);
            }
            else
            {
                offset -= piece.Length;
            }

            if (length == 0)
                break;
        }

        return Copy(slices);
    }

    public void Dispose() => _pieces.ForEach(piece => piece.Dispose());

    /// <summary>One array alone would be given back as it is, with buffers that are not its own.</summary>
    private static IArrowArray Copy(List<IArrowArray> slices) =>
        ArrowArrayConcatenator.Concatenate(slices.Count == 1 ? [.. slices, ArrowArrayFactory.Slice(slices[0], 0, 0)] : slices);
}
