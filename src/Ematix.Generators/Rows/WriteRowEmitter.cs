using Ematix.Generators.Emission;
using Ematix.Model;

namespace Ematix.Generators.Rows;

/// <summary>Writes a row: one typed write a column, in order.</summary>
internal static class WriteRowEmitter
{
    public static void Write(CodeWriter code, GeneratedView view)
    {
        var returns = "global::System.Threading.Tasks.Task";
        var rest = $"global::Ematix.IFeatureView<{view.FullName}>.WriteRowAsync({view.FullName} row, global::Ematix.Runtime.RowWriter writer)";
        code.Member();
        if (!view.IsConstructible)
        {
            code.Lines($"static {returns} {rest} =>").Continue(Refusal.Code + ";");
            return;
        }

        code.Open($"static async {returns} {rest}");
        foreach (var column in view.Columns)
            code.Lines($"await writer.{Write(view, column)}.ConfigureAwait(false);");
        code.Close();
    }

    private static string Write(GeneratedView view, GeneratedColumn column)
    {
        var method = ContractMethods.Write(column.Model.Type, ContractMethods.IsJsonText(column));
        return column.Model.Type.Kind == ColumnKind.Enum
            ? $"{method}<{column.Shape.Enum!.ClrType}>(row.{column.Property}, {EnumNamesEmitter.Writer(view, column.Shape.Name)})"
            : $"{method}(row.{column.Property})";
    }
}
