using Ematix.Generators.Emission;
using Ematix.Model;
using Ematix.Sql;

namespace Ematix.Generators.Members;

/// <summary>The class that names the columns, for options that take some.</summary>
internal static class ColumnsMember
{
    public static void Write(CodeWriter code, GeneratedView view)
    {
        if (!view.HasMember(GeneratedMembers.Columns))
            return;
        code.Member().Open($"""
            /// <summary>The columns of the view, to name them in options.</summary>
            {GeneratedFile.GeneratedCode}
            public static class {GeneratedMembers.Columns}
            """);
        foreach (var column in view.Columns)
            Write(code, view, column);
        code.Close();
    }

    private static void Write(CodeWriter code, GeneratedView view, GeneratedColumn column) => code.Member().Lines($$"""
        /// <summary>{{Summary(column.Model)}}</summary>
        public static global::Ematix.FeatureColumn<{{view.FullName}}, {{column.Shape.ClrType}}> {{column.Property}} { get; } = new({{Literals.Line(column.Model.Column)}});
        """);

    private static string Summary(FeatureModel column)
    {
        var role = column switch
        {
            { IsKey: true } => "The key",
            { IsEventTime: true } => "The event time",
            _ => "The feature",
        };
        var type = XmlText.Escape(TypeMap.Declared(column.Type)) + (column.IsNullable ? ", nullable" : "");
        var description = column.Description is { Length: > 0 } text ? " " + XmlText.Escape(text) : "";
        return $"{role} {XmlText.Code(column.Column)} ({type}).{description}";
    }
}
