using CsCheck;

namespace Ematix.Oracle.Tests;

/// <summary>Random views over the whole type map.</summary>
internal static class SchemaGen
{
    private const int MostColumns = 12;

    private static readonly (string? Text, long? Micros)[] Ttls =
        [(null, null), ("30d", 30 * Micros.Day), ("P3DT0.000001S", (3 * Micros.Day) + 1), ("P4DT0.000003S", (4 * Micros.Day) + 3), ("100h", 100 * 3600 * Micros.Second)];

    private static readonly ValueKind[] Kinds = Enum.GetValues<ValueKind>();

    private static readonly ValueKind[] KeyKinds =
        [.. Kinds.Except([ValueKind.Single, ValueKind.Double, ValueKind.Interval, ValueKind.Bytes, ValueKind.Json])];

    public static readonly Gen<Schema> All =
        from keys in Column(KeyKinds, ColumnRole.Key).Array[1, 3]
        from eventTimes in Gens.One([0, 1, 1])
        from features in Column(Kinds, ColumnRole.Feature).Array[1 - eventTimes, 8]
        from properties in Gen.Shuffle(Names.Properties, MostColumns, MostColumns)
        from names in Gen.Shuffle(Names.Columns, MostColumns, MostColumns)
        from isNamed in Gen.Bool.Array[MostColumns]
        from place in Gen.Int[0, keys.Length + features.Length]
        from ttl in Gens.One(Ttls)
        from schema in Gens.One(Names.Schemas)
        from table in Gens.One(Names.Tables)
        from keyword in Gens.One(["class", "record"])
        from online in Gens.One<OnlineStore?>([null, OnlineStore.MaterializedView, OnlineStore.Table])
        let eventTime = new OracleColumn("", ValueKind.Instant) { Role = ColumnRole.EventTime }
        let others = keys.Concat(features).ToArray()
        let columns = eventTimes == 0 ? others : [.. others.Take(place), eventTime, .. others.Skip(place)]
        select new Schema(new ViewSpec("view", Named(columns, properties, names, isNamed), ttl.Micros), schema, table, ttl.Text, keyword, online);

    /// <summary>Each column by its property's name, or by one of its own.</summary>
    private static IReadOnlyList<ColumnSpec> Named(OracleColumn[] columns, (string Property, string Column)[] properties, string[] names, bool[] isNamed)
    {
        var derived = columns.Select((_, i) => properties[i].Column).ToHashSet();
        return [.. columns.Select((column, i) => new ColumnSpec(
            properties[i].Property,
            column with { Name = isNamed[i] && !derived.Contains(names[i]) ? names[i] : properties[i].Column }))];
    }

    private static Gen<OracleColumn> Column(ValueKind[] kinds, ColumnRole role) =>
        from kind in Gens.One(kinds)
        from precision in Gen.Int[1, 28]
        from scale in Gen.Int[0, precision]
        from isLimited in Gen.Bool
        from maxLength in Gen.Int[1, 4]
        from isNullable in Gen.Bool
        from isArray in Gens.OnceIn(4)
        from hasNullableElements in Gen.Bool
        select new OracleColumn("", kind)
        {
            Role = role,
            IsNullable = isNullable && role == ColumnRole.Feature,
            Digits = kind == ValueKind.Numeric ? (precision, scale) : default,
            MaxLength = kind == ValueKind.Text && isLimited ? maxLength : null,
            Members = kind == ValueKind.Enum ? Names.Members : [],
            IsArray = isArray && role == ColumnRole.Feature && kind != ValueKind.Json,
            HasNullableElements = hasNullableElements,
        };
}
