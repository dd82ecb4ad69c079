using Ematix.Generators.Emission;
using Ematix.Model;

namespace Ematix.Generators.Rows;

/// <summary>Binds keys: one parameter a key column, or one array a key column.</summary>
internal static class KeyBindingEmitter
{
    public static void Write(CodeWriter code, GeneratedView view)
    {
        if (view.Keys.Count == 0)
            return;
        Write(code, view, "BindKey", $"{view.KeyName} key", One);
        Write(code, view, "BindKeys", $"global::System.Collections.Generic.IReadOnlyList<{view.KeyName}> keys", Many);
    }

    private static void Write(CodeWriter code, GeneratedView view, string method, string keys, Func<GeneratedView, KeyColumn, string> bind)
    {
        var signature = $"static void global::Ematix.IFeatureView<{view.FullName}, {view.KeyName}>.{method}({keys}, global::Ematix.Runtime.KeyBinder binder)";
        code.Member();
        if (!view.IsConstructible)
        {
            code.Lines(signature + " =>").Continue(Refusal.Code + ";");
            return;
        }

        code.Open(signature);
        foreach (var key in view.Keys)
            code.Lines($"binder.{bind(view, key)};");
        code.Close();
    }

    private static string One(GeneratedView view, KeyColumn key) =>
        $"{ContractMethods.Bind(key.Column.Model.Type)}({Value(view, key)})";

    private static string Many(GeneratedView view, KeyColumn key) =>
        $"{ContractMethods.BindAll(key.Column.Model.Type)}(keys, static key => {Value(view, key)})";

    private static string Value(GeneratedView view, KeyColumn key)
    {
        var value = view.Keys.Count > 1 ? $"key.{key.Property}" : "key";
        return key.Column.Model.Type.Kind == ColumnKind.Enum ? $"{EnumNamesEmitter.Writer(view, key.Column.Shape.Name)}({value})" : value;
    }
}
