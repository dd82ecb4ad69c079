namespace Ematix.Oracle.Tests;

/// <summary>A view that changes between loads: what it was and what it becomes.</summary>
/// <param name="Before">The view as it was.</param>
/// <param name="After">The same with more columns, wider ones, and other names.</param>
/// <param name="FormerNames">The former names of renamed columns, by their names.</param>
internal sealed record Evolution(ViewSpec Before, ViewSpec After, IReadOnlyDictionary<string, string> FormerNames)
{
    /// <summary>The places in a row of after, for each column of before.</summary>
    private readonly int[] _places =
        [.. Before.Columns.Select(column => After.Columns.Index().Single(each => FormerNames.GetValueOrDefault(each.Item.Column.Name, each.Item.Column.Name) == column.Column.Name).Index)];

    /// <summary>A load of the view as it was: a story's rows and options are those of the view as it becomes.</summary>
    public Batch ToBefore(Batch batch)
    {
        var options = batch.Options;
        return batch with
        {
            Rows = [.. batch.Rows.Select(row => Before.Columns.Zip(_places, (column, place) => Narrowed.To(column.Column, row[place])).ToArray())],
            Options = options with
            {
                Compared = Places(options.Compared),
                Updated = Places(options.Updated),
                FeatureSet = Places(options.FeatureSet),
                EventTime = options.EventTime is { } place ? Array.IndexOf(_places, place) : null,
            },
        };
    }

    /// <summary>Of named columns, those that there were; if none of them was, all.</summary>
    private int[]? Places(IReadOnlyList<int>? columns) =>
        columns is not null && _places.Index().Where(place => columns.Contains(place.Item)).Select(place => place.Index).ToArray() is { Length: > 0 } known ? known : null;
}
