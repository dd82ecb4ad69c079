using CsCheck;

namespace Ematix.Oracle.Tests;

/// <summary>Random rows.</summary>
internal static class Rows
{
    private const int MostKeys = 24;

    /// <summary>Keys whose columns are drawn apart from each other, so that keys with equal joined texts are frequent.</summary>
    public static Gen<IReadOnlyList<IReadOnlyList<object?>>> Keys(ViewSpec spec) =>
        from domains in Gens.Sequence(spec.Keys.Select(key => KeyDomains.Of(key.Column, isAlone: spec.Keys.Count == 1)))
        from keys in Gens.Sequence(domains.Select(Gens.One)).Array[1, MostKeys]
        select (IReadOnlyList<IReadOnlyList<object?>>)[.. keys.DistinctBy(spec.KeyOf)];

    /// <summary>The few values that a column has in a story.</summary>
    public static Gen<object?[]> Domain(OracleColumn column) =>
        from values in Gens.Some<object?>(Domains.Of(column), 1, 3)
        from hasNull in Gen.Bool
        select hasNull && column.IsNullable ? [.. values, null] : values;

    /// <summary>Rows of a key.</summary>
    public static Gen<object?[]> Of(ViewSpec spec, IReadOnlyList<object?> key, long[] instants, IReadOnlyList<object?[]> domains)
    {
        var keys = spec.View.Keys.Zip(key).ToDictionary(pair => pair.First, pair => pair.Second);
        return Gens.Sequence(spec.Columns.Index().Select(column => column.Item.Column.Role switch
        {
            ColumnRole.Key => Gen.Const(keys[column.Index]),
            ColumnRole.EventTime => Instant(instants),
            _ when spec.IsOtherInstant(column.Index) => Instant(instants),
            _ => Gens.One(domains[column.Index]),
        })).Select(values => values.ToArray());
    }

    private static Gen<object?> Instant(long[] instants) => Gens.One(instants).SelectMany(Instants.Within).Select(instant => (object?)instant);
}
