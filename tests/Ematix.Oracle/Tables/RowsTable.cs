namespace Ematix.Oracle;

/// <summary>A table that holds rows without a history.</summary>
public abstract class RowsTable : OracleTarget
{
    private protected RowsTable(OracleView view)
        : base(view)
    {
    }

    /// <summary>Every row, and the time of the load that wrote it last.</summary>
    public IReadOnlyList<(object?[] Values, long LoadedAt)> Rows => Held;

    private protected List<(object?[] Values, long LoadedAt)> Held { get; } = [];

    /// <summary>The row of a key: it has no age that could end.</summary>
    public override object?[]? Online(RowKey key, long clock, long? ttl = null) =>
        Held.Where(row => View.KeyOf(row.Values).Equals(key)).Select(row => row.Values).SingleOrDefault();

    private protected int PlaceOf(RowKey key) => Held.FindIndex(row => View.KeyOf(row.Values).Equals(key));

    private protected override void Rewrite(Func<object?[], object?[]> change)
    {
        for (var i = 0; i < Held.Count; i++)
            Held[i] = (change(Held[i].Values), Held[i].LoadedAt);
    }
}
