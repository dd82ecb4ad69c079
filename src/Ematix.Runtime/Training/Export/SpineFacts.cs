using Apache.Arrow;
using Apache.Arrow.Types;
using Ematix.Runtime;

namespace Ematix.Training;

/// <summary>What only the rows of a training set tell of its spine: their hash, and the range of their as-of instants.</summary>
internal sealed class SpineFacts
{
    private readonly SpineHash _hash;
    private readonly int _asOf;
    private long _earliest = long.MaxValue;
    private long _latest = long.MinValue;

    public SpineFacts(Schema schema, TrainingManifest manifest)
    {
        if (manifest.SpineColumns.Append(manifest.AsOfColumn).FirstOrDefault(name => schema.FieldsList.All(field => field.Name != name)) is { } missing)
            throw new ArgumentException($"The manifest names the spine column \"{missing}\", which the batches don't have. Nothing was written.", nameof(manifest));
        _hash = new SpineHash(schema, manifest.SpineColumns);
        _asOf = schema.GetFieldIndex(manifest.AsOfColumn, StringComparer.Ordinal);
    }

    public void Add(RecordBatch batch)
    {
        _hash.Add(batch);
        if (ArrowColumns.StorageOf(batch.Column(_asOf)) is not TimestampArray { Data.DataType: TimestampType type } instants)
            return;
        for (var row = 0; row < instants.Length; row++)
        {
            if (instants.IsNull(row) || ArrowTimes.Instant(instants.Values[row], type.Unit, out var instant) is not null || instant < PgInstant.First || instant > PgInstant.Last)
                continue;
            _earliest = Math.Min(_earliest, instant);
            _latest = Math.Max(_latest, instant);
        }
    }

    public TrainingFileManifest Complete(TrainingManifest source, string file, string format, long rows, string version) => new()
    {
        File = file,
        Format = format,
        ProductVersion = version,
        CreatedAt = DateTimeOffset.UtcNow,
        RowCount = rows,
        SpineHash = _hash.Text,
        SpineHashColumns = _hash.Columns,
        EarliestAsOf = _earliest > _latest ? null : PgInstant.ToInstant(_earliest),
        LatestAsOf = _earliest > _latest ? null : PgInstant.ToInstant(_latest),
        Source = source,
    };
}
