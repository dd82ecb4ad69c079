using Apache.Arrow;

namespace FlightDelays.Training;

/// <summary>The columns of a record batch by name, value by value.</summary>
public sealed class BatchColumns(RecordBatch batch)
{
    private readonly Dictionary<string, IArrowArray> _columns = batch.Schema.FieldsList.Select((field, i) => (field.Name, batch.Column(i))).ToDictionary();

    /// <summary>A number, as models take it; NaN where it is NULL.</summary>
    public float Number(string column, int row) => _columns[column] switch
    {
        Int32Array array => array.GetValue(row) ?? float.NaN,
        Int64Array array => array.GetValue(row) ?? float.NaN,
        DoubleArray array => (float)(array.GetValue(row) ?? double.NaN),
        var array => throw new NotSupportedException($"{column} is {array.Data.DataType.Name}, no number."),
    };

    public DateTimeOffset? Instant(string column, int row) => ((TimestampArray)_columns[column]).GetTimestamp(row);

    public string Text(string column, int row) => ((StringArray)_columns[column]).GetString(row);

    public bool Flag(string column, int row) => ((BooleanArray)_columns[column]).GetValue(row)!.Value;
}
