using Ematix.Generators.Emission;
using Ematix.Model;

namespace Ematix.Generators.Rows;

/// <summary>Enum columns hold names: switches translate, so that nothing is reflected and trimming can't drop a name.</summary>
internal static class EnumNamesEmitter
{
    /// <summary>The method that makes a member of a name.</summary>
    public static string Reader(IEnumColumns owner, string property) => $"{FullName(owner)}.Read{property}";

    /// <summary>The method that makes a name of a member.</summary>
    public static string Writer(IEnumColumns owner, string property) => $"{FullName(owner)}.Write{property}";

    /// <summary>Writes the class of the owner's file, where there are enum columns.</summary>
    public static void Write(CodeWriter code, IEnumColumns owner)
    {
        if (owner.EnumColumns.Count == 0)
            return;
        code.Member().Open($"file static class {Name(owner)}");
        foreach (var column in owner.EnumColumns)
            Write(code, owner, column, column.Enum);
        code.Close();
    }

    // Qualified, because a member of the user may have the class's name.
    private static string FullName(IEnumColumns owner) => Qualify(owner, Name(owner));

    // Within its file it hides every other type of its name, so it must not have that of an enum which it names.
    private static string Name(IEnumColumns owner)
    {
        var name = "EnumNames";
        while (owner.EnumColumns.Any(column => column.Enum.ClrType == Qualify(owner, name)))
            name += "_";
        return name;
    }

    private static string Qualify(IEnumColumns owner, string name) =>
        "global::" + (owner.Type.Namespace.Length == 0 ? name : $"{CSharp.Qualified(owner.Type.Namespace)}.{name}");

    private static void Write(CodeWriter code, IEnumColumns owner, EnumColumn column, EnumShape type)
    {
        var place = $"{Literals.Line(owner.DisplayName)}, {Literals.Line(column.Column)}";
        code.Member().Open($"public static {type.ClrType} Read{column.Property}(string name) => name switch");
        foreach (var name in type.Members.Concat(type.Aliases))
            code.Lines($"{Literals.Line(name)} => {type.ClrType}.{CSharp.Identifier(name)},");
        code.Lines($"_ => throw global::Ematix.EnumValueException.UnknownName({place}),").Close(";");

        code.Member().Open($"public static string Write{column.Property}({type.ClrType} value) => value switch");
        foreach (var name in type.Members)
            code.Lines($"{type.ClrType}.{CSharp.Identifier(name)} => {Literals.Line(name)},");
        code.Lines($"_ => throw global::Ematix.EnumValueException.WithoutName({place}),").Close(";");
    }
}
