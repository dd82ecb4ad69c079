using Apache.Arrow;

namespace Ematix.Oracle.Tests;

/// <summary>A spine as record batches.</summary>
internal static class SpineBatches
{
    /// <summary>Batches of some rows each, an empty one among them.</summary>
    public static IEnumerable<RecordBatch> Of(SpineValues spine)
    {
        yield return Whole(spine with { Rows = [] }, isOther: false);
        foreach (var rows in spine.Rows.Chunk(Math.Max(1, spine.Rows.Count / 3)))
            yield return Whole(spine with { Rows = rows }, isOther: false);
    }

    /// <summary>The same as slices of one batch, whose types hold the same in another way; one slice at least, for a stream without batches has no columns.</summary>
    public static async IAsyncEnumerable<RecordBatch> Slices(SpineValues spine)
    {
        var all = Whole(spine, isOther: true);
        var size = Math.Max(1, spine.Rows.Count / 4);
        for (var from = 0; from == 0 || from < spine.Rows.Count; from += size)
        {
            await Task.Yield();
            var length = Math.Min(size, spine.Rows.Count - from);
            yield return new RecordBatch(all.Schema, all.Arrays.Select(array => ArrowArrayFactory.Slice(array, from, length)), length);
        }
    }

    private static RecordBatch Whole(SpineValues spine, bool isOther)
    {
        IArrowArray[] arrays = [.. spine.Columns.Select((column, i) => ArrowArrays.Of(column, [.. spine.Rows.Select(row => row[i])], isOther))];
        var schema = new Apache.Arrow.Schema(spine.Columns.Zip(arrays, (column, array) => new Field(column.Name, array.Data.DataType, nullable: true)), metadata: null);
        return new RecordBatch(schema, arrays, spine.Rows.Count);
    }
}
