using Apache.Arrow;
using Ematix.Benchmarks.Measuring;

namespace Ematix.Benchmarks.Training;

/// <summary>The product's reads.</summary>
internal sealed class Reads(BenchmarkDatabase database)
{
    private const string AsOf = "as_of";

    /// <summary>A spine that is a table of the database.</summary>
    public static Spine Table(int rows) => Spine.Table("raw", HistoryTables.SpineName(rows)["raw.".Length..], AsOf);

    /// <summary>The same spine in the client.</summary>
    public async Task<IReadOnlyList<RecordBatch>> BatchesAsync(int rows)
    {
        var (numbers, customers, instants, labels) = (new Int64Array.Builder(), new Int64Array.Builder(), new TimestampArray.Builder(TimeUnits), new Int32Array.Builder());
        await using var command = database.Plain.CreateCommand($"SELECT n, customer_id, as_of, label FROM {HistoryTables.SpineName(rows)} ORDER BY n");
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            numbers.Append(reader.GetInt64(0));
            customers.Append(reader.GetInt64(1));
            instants.Append(reader.GetFieldValue<DateTimeOffset>(2));
            labels.Append(reader.GetInt32(3));
        }

        var schema = new Schema.Builder()
            .Field(new Field("n", numbers.Build().Data.DataType, false))
            .Field(new Field("customer_id", customers.Build().Data.DataType, false))
            .Field(new Field(AsOf, TimeUnits, false))
            .Field(new Field("label", labels.Build().Data.DataType, false))
            .Build();
        var whole = new RecordBatch(schema, [numbers.Build(), customers.Build(), instants.Build(), labels.Build()], rows);
        return [.. Enumerable.Range(0, (rows + BatchRows - 1) / BatchRows).Select(i => whole.Slice(i * BatchRows, Math.Min(BatchRows, rows - (i * BatchRows))))];
    }

    /// <summary>Reads a training set to its end.</summary>
    public async Task<Checksum> ReadAsync(Spine spine, int views, JoinStrategy strategy = JoinStrategy.Auto)
    {
        var set = views == 1 ? TrainingSet.For<CustomerSpend>() : TrainingSet.For<CustomerSpend, CustomerVisits, CustomerCredit>();
        var (rows, present, purchases) = (0L, 0L, 0L);
        await foreach (var batch in set.HistoricalFeaturesAsync(database.Store, spine, new() { Strategy = strategy }))
        {
            using (batch)
            {
                rows += batch.Length;
                var column = (Int64Array)batch.Column(4);
                present += column.Length - column.NullCount;
                for (var i = 0; i < column.Length; i++)
                    purchases += column.GetValue(i) ?? 0;
            }
        }

        return new Checksum(rows, present, purchases);
    }

    private const int BatchRows = 65_536;

    private static readonly Apache.Arrow.Types.TimestampType TimeUnits = new(Apache.Arrow.Types.TimeUnit.Microsecond, "UTC");
}
