using Apache.Arrow.Ipc;
using Ematix.Model;

namespace Ematix.Oracle.Tests;

/// <summary>Lets the product do reads.</summary>
internal sealed class TrainingReader(Lane lane, IReadOnlyList<ViewDriver> drivers, CancellationToken cancellationToken)
{
    private SpineValues? _kept;

    public IReadOnlyList<ViewSpec> Specs { get; } = [.. drivers.Select(driver => driver.Spec)];

    /// <summary>Reads all of it.</summary>
    /// <param name="read">The read.</param>
    /// <param name="store">The store, or null for the lane's.</param>
    public async Task<TrainingOutput> ReadAsync(TrainingRead read, FeatureStore? store = null)
    {
        store ??= read.IsReadOnly ? lane.ReadOnlyStore : lane.Store;
        if (read.GivesRows)
            return new([], await drivers[read.Members[0].View].HistoricalRowsAsync(store, Lookups(read), read.Way == SpineWay.AsyncRowsToRows, read.Options, cancellationToken), null, []);
        await using var reader = await (await FeaturesAsync(store, read)).OpenAsync(cancellationToken);
        return await ReadAsync(reader, new TrainingAnswer(read, Specs).Columns);
    }

    private async Task<TrainingOutput> ReadAsync(HistoricalReader reader, IReadOnlyList<OracleColumn> columns)
    {
        string[] names = [.. reader.Schema.FieldsList.Select(field => field.Name)];
        var rows = new List<object?[]?>();
        using var bytes = new MemoryStream();
        using (var writer = new ArrowStreamWriter(bytes, reader.Schema, leaveOpen: true))
        {
            while (await reader.ReadNextRecordBatchAsync(cancellationToken) is { } batch)
            {
                using (batch)
                {
                    await writer.WriteRecordBatchAsync(batch, cancellationToken);
                    if (names.Length == columns.Count)
                        rows.AddRange(Enumerable.Range(0, batch.Length).Select(row => columns.Select((column, i) => ArrowValues.Stored(column, batch.Column(i), row)).ToArray()));
                }
            }

            await writer.WriteEndAsync(cancellationToken);
        }

        return new(names, rows, reader.AsKnownAt is { } known ? Micros.Floor(known) : null, bytes.ToArray());
    }

    private async Task<HistoricalFeatures> FeaturesAsync(FeatureStore store, TrainingRead read)
    {
        var (member, options) = (read.Members[0], read.Options);
        IReadOnlyList<int> backwards = [.. member.Features.Reverse()];
        if (read.Way is SpineWay.Rows or SpineWay.AsyncRows)
            return drivers[member.View].Historical(store, Lookups(read), read.Way == SpineWay.AsyncRows, options, backwards);
        var spine = await SpineAsync(read.Spine, read.Way);
        return read.IsSet ? TrainingSet.Of(Model(read)).HistoricalFeaturesAsync(store, spine, options, cancellationToken) : drivers[member.View].Historical(store, spine, options, backwards);
    }

    private async Task<Spine> SpineAsync(SpineValues spine, SpineWay way)
    {
        switch (way)
        {
            case SpineWay.Query:
                return Spine.Sql(SpineSql.Query(spine), spine.AsOfName);
            case SpineWay.NarrowQuery:
                var (start, end) = SpineSql.Parts(spine, isNarrow: true);
                var query = new SqlInterpolation(start.Length + end.Length, 1);
                query.AppendLiteral(start);
                query.AppendFormatted(-1L);
                query.AppendLiteral(end);
                return Spine.Sql(query, spine.AsOfName);
            case SpineWay.Table:
                if (!ReferenceEquals(spine, _kept))
                    await lane.KeepSpineAsync(SpineSql.Query(spine));
                _kept = spine;
                return Spine.Table("public", "spine", spine.AsOfName);
            case SpineWay.Batches:
                return Spine.Arrow(SpineBatches.Of(spine), spine.AsOfName);
            default:
                return Spine.Arrow(SpineBatches.Slices(spine), spine.AsOfName);
        }
    }

    private TrainingSetModel Model(TrainingRead read) => new()
    {
        Views =
        [
            .. read.Members.Select(member => new TrainingViewModel
            {
                View = drivers[member.View].Definition,
                Name = member.Name,
                Prefix = member.Prefix,
                SpineColumns = [.. member.Keys.Select(place => read.Spine.Columns[place].Name)],
                Columns = [.. member.Features.Reverse().Select(place => Specs[member.View].Columns[place].Column.Name)],
            }),
        ],
    };

    private static Lookup[] Lookups(TrainingRead read) =>
        [.. read.Spine.Rows.Select(row => new Lookup(read.Members[0].KeyOf(row), (DateTimeOffset)row[read.Spine.AsOf]!, null))];
}
