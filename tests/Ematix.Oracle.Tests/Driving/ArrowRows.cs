using Apache.Arrow;

namespace Ematix.Oracle.Tests;

/// <summary>A batch as Arrow records, its columns in another order than the view's; every other one of types that hold the same in another way.</summary>
internal static class ArrowRows
{
    public static RecordBatch Of(ViewSpec spec, Batch batch)
    {
        var columns = spec.Columns.Index().Where(column => SqlRows.Provides(spec, batch.Options, column.Index)).Reverse().ToArray();
        IArrowArray[] arrays = [.. columns.Select(column => ArrowArrays.Of(column.Item.Column, [.. batch.Rows.Select(row => row[column.Index])], isOther: batch.Rows.Count % 2 == 0))];
        var fields = columns.Zip(arrays, (column, array) => new Field(column.Item.Column.Name, array.Data.DataType, nullable: true));
        return new RecordBatch(new Apache.Arrow.Schema(fields, metadata: null), arrays, batch.Rows.Count);
    }
}
