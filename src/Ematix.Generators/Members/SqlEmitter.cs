using Ematix.Generators.Emission;
using Ematix.Model;
using Ematix.Planning;

namespace Ematix.Generators.Members;

/// <summary>The file of the nested class that shows the view's SQL.</summary>
internal static class SqlEmitter
{
    public static string Emit(GeneratedView view)
    {
        var code = GeneratedFile.BeginPart(view.Type);
        code.Open($"""
            /// <summary>The SQL of the view, exactly as the server sees it.</summary>
            {GeneratedFile.GeneratedCode}
            public static class {GeneratedMembers.Sql}
            """);
        foreach (var sql in Constants(view))
            Write(code, sql);
        WriteLoad(code, view);
        return code.Close().EndPart(view.Type);
    }

    /// <summary>What there is to show: without a key no statement can be planned.</summary>
    public static IReadOnlyList<NamedSql> Constants(GeneratedView view) => view.Keys.Count == 0 ? [] : ViewSql.Constants(view.View);

    private static void WriteLoad(CodeWriter code, GeneratedView view)
    {
        var statements = view.Keys.Count == 0 ? [] : ViewSql.LoadConstants(view.View);
        if (statements.Count == 0)
            return;
        code.Member().Open("""
            /// <summary>The steps of a load with default options, in order, inside one transaction.</summary>
            public static class Load
            """);
        foreach (var sql in statements)
            Write(code, sql);
        code.Close();
    }

    private static void Write(CodeWriter code, NamedSql sql) => code.Member()
        .Lines($"/// <summary>{XmlText.Escape(sql.Summary)}</summary>")
        .Lines($"public const string {sql.Name} =")
        .Continue(Literals.Block(sql.Text) + ";");
}
