using CsCheck;

namespace Ematix.Oracle.Tests;

/// <summary>Random views and what they were before: with fewer columns, narrower ones, and other names.</summary>
internal static class EvolutionGen
{
    public static readonly Gen<(Schema Before, Schema After)> All =
        from after in SchemaGen.All
        from isAdded in Gens.OnceIn(3).Array[after.Spec.Columns.Count]
        from isNarrow in Gen.Bool.Array[after.Spec.Columns.Count]
        from isRenamed in Gens.OnceIn(4).Array[after.Spec.Columns.Count]
        select Before(after, isAdded, isNarrow, isRenamed);

    private static (Schema Before, Schema After) Before(Schema after, bool[] isAdded, bool[] isNarrow, bool[] isRenamed)
    {
        var names = after.Spec.Columns.Select(column => column.Column.Name).ToHashSet();
        var formerNames = new Dictionary<string, string>();
        List<ColumnSpec> columns = [];
        foreach (var (i, spec) in after.Spec.Columns.Index())
        {
            var column = spec.Column;
            if (isAdded[i] && column is { Role: ColumnRole.Feature, IsNullable: true })
                continue;
            if (isNarrow[i] && column.Role == ColumnRole.Feature)
                column = Narrower(column);
            if (isRenamed[i])
                column = column with { Name = formerNames[column.Name] = names.Contains("former") ? $"former_{i}" : "former" };
            names.Add(column.Name);
            columns.Add(spec with { Column = column });
        }

        // A view of keys alone says nothing.
        if (columns.All(column => column.Column.Role == ColumnRole.Key))
            columns.Add(after.Spec.Columns.First(column => column.Column.Role == ColumnRole.Feature));
        return (after with { Spec = new ViewSpec(after.Spec.Name, columns, after.Spec.Ttl) }, after with { FormerNames = formerNames });
    }

    /// <summary>A column that may become the given one: with fewer bits, digits or characters, where there are such.</summary>
    private static OracleColumn Narrower(OracleColumn column) => column.Kind switch
    {
        ValueKind.Int64 => column with { Kind = ValueKind.Int32 },
        ValueKind.Int32 => column with { Kind = ValueKind.Int16 },
        ValueKind.Double => column with { Kind = ValueKind.Single },
        ValueKind.Numeric when column.Digits.Scale > 0 && column.Digits.Precision > 1 => column with { Digits = (column.Digits.Precision - 1, column.Digits.Scale - 1) },
        ValueKind.Text => column with { MaxLength = column.MaxLength is { } max ? Math.Max(1, max - 1) : 3 },
        _ => column,
    };
}
