using Ematix.Generators.Emission;
using Ematix.Model;

namespace Ematix.Generators.Rows;

/// <summary>Enum columns hold names: switches translate, so that nothing is reflected and trimming can't drop a name.</summary>
internal static class EnumNamesEmitter
{
    /// <summary>The method that makes a member of a name.</summary>
    public static string Reader(GeneratedView view, GeneratedColumn column) => $"{FullName(view)}.Read{column.Shape.Name}";

    /// <summary>The method that makes a name of a member.</summary>
    public static string Writer(GeneratedView view, GeneratedColumn column) => $"{FullName(view)}.Write{column.Shape.Name}";

    /// <summary>Writes the class of the view's file, where the view has enum columns.</summary>
    public static void Write(CodeWriter code, GeneratedView view)
    {
        var columns = view.Columns.Where(column => column is { Shape.Enum: not null, IsFaithful: true }).ToArray();
        if (columns.Length == 0 || !view.IsConstructible)
            return;
        code.Member().Open($"file static class {Name(view)}");
        foreach (var column in columns)
            Write(code, view, column, column.Shape.Enum!);
        code.Close();
    }

    // Qualified, because a member of the user may have the class's name.
    private static string FullName(GeneratedView view) => Qualify(view, Name(view));

    // Within its file it hides every other type of its name, so it must not have that of an enum which it names.
    private static string Name(GeneratedView view)
    {
        var name = "EnumNames";
        while (view.Columns.Any(column => column.Shape.Enum?.ClrType == Qualify(view, name)))
            name += "_";
        return name;
    }

    private static string Qualify(GeneratedView view, string name) =>
        "global::" + (view.Type.Namespace.Length == 0 ? name : $"{CSharp.Qualified(view.Type.Namespace)}.{name}");

    private static void Write(CodeWriter code, GeneratedView view, GeneratedColumn column, EnumShape type)
    {
        var place = $"{Literals.Line(view.View.CatalogName)}, {Literals.Line(column.Model.Column)}";
        code.Member().Open($"public static {type.ClrType} Read{column.Shape.Name}(string name) => name switch");
        foreach (var name in type.Members.Concat(type.Aliases))
            code.Lines($"{Literals.Line(name)} => {type.ClrType}.{CSharp.Identifier(name)},");
        code.Lines($"_ => throw global::Ematix.EnumValueException.UnknownName({place}),").Close(";");

        code.Member().Open($"public static string Write{column.Shape.Name}({type.ClrType} value) => value switch");
        foreach (var name in type.Members)
            code.Lines($"{type.ClrType}.{CSharp.Identifier(name)} => {Literals.Line(name)},");
        code.Lines($"_ => throw global::Ematix.EnumValueException.WithoutName({place}),").Close(";");
    }
}
