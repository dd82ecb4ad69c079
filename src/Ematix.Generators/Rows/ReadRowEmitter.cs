using Ematix.Generators.Emission;
using Ematix.Model;

namespace Ematix.Generators.Rows;

/// <summary>Makes a row: one typed read a column, by position.</summary>
internal static class ReadRowEmitter
{
    public static void Write(CodeWriter code, GeneratedView view)
    {
        var signature = $"static {view.FullName} global::Ematix.IFeatureView<{view.FullName}>.ReadRow(global::Ematix.Runtime.RowReader row) =>";
        code.Member();
        if (!view.IsConstructible)
        {
            code.Lines(signature).Continue(Refusal.Code + ";");
            return;
        }

        code.Open(signature + " new()");
        foreach (var column in view.Columns)
            code.Lines($"{column.Property} = row.{Read(view, column)},");
        code.Close(";");
    }

    private static string Read(GeneratedView view, GeneratedColumn column)
    {
        var method = ContractMethods.Read(column.Model.Type, ContractMethods.IsJsonText(column), column.Model.IsNullable);
        var ordinal = Literals.Number(column.Ordinal);
        return column.Model.Type.Kind == ColumnKind.Enum ? $"{method}({ordinal}, {EnumNamesEmitter.Reader(view, column.Shape.Name)})" : $"{method}({ordinal})";
    }
}
