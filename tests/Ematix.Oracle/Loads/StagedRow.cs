namespace Ematix.Oracle;

/// <summary>A row of a batch.</summary>
/// <param name="Place">Its place in source order, from 0.</param>
/// <param name="Key">Its entity.</param>
/// <param name="Values">Its stored values, one a column.</param>
internal sealed record StagedRow(int Place, RowKey Key, object?[] Values);

/// <summary>The rows of a load that are good by themselves, in source order.</summary>
/// <param name="View">The view, with this load's event time.</param>
/// <param name="Rows">The rows.</param>
/// <param name="LoadedAt">The load's time.</param>
/// <param name="Options">What is asked.</param>
/// <param name="RowsRead">How many rows the source has, those left out for being ahead of the load among them.</param>
internal sealed record StagedBatch(OracleView View, IReadOnlyList<StagedRow> Rows, long LoadedAt, LoadOptions Options, int RowsRead)
{
    /// <summary>The columns that decide whether a row changes something.</summary>
    public IReadOnlyList<int> Compared { get; } = Options.ComparedOf(View);

    /// <summary>The time to live after which the load ends open versions.</summary>
    public long? Ttl => Options.Ttl ?? View.Ttl;

    /// <summary>The time to live past half of which an unchanged version is renewed: the shorter of the view's, by which it is seen, and the load's, by which it is ended.</summary>
    public long? RenewalTtl => Options.Ttl is { } own && own < (View.Ttl ?? long.MaxValue) ? own : View.Ttl;

    public long At(StagedRow row) => (long)row.Values[View.EventTime!.Value]!;

    /// <summary>A row's values, with those that the source does not provide taken from another row; NULL where there is none.</summary>
    public object?[] Carried(StagedRow row, object?[]? from) => [.. row.Values.Select((value, column) => Options.Provides(View, column) ? value : from?[column])];
}
