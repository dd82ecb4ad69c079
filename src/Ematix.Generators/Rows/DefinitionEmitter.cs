using Ematix.Generators.Emission;
using Ematix.Model;

namespace Ematix.Generators.Rows;

/// <summary>The view as data: the model that the compiler planned from, to the value.</summary>
internal static class DefinitionEmitter
{
    private const string Space = "global::Ematix.Model.";

    public static void Write(CodeWriter code, GeneratedView view)
    {
        var model = view.View;
        code.Member().Open($$"""
            static {{Space}}FeatureViewModel global::Ematix.IFeatureView<{{view.FullName}}>.Definition { get; } = new()
            """);
        foreach (var line in Properties(model))
            code.Lines(line + ",");
        code.OpenList("Columns =");
        foreach (var column in model.Columns)
            code.Lines($$"""new() { {{string.Join(", ", Properties(column))}} },""");
        code.CloseList(",").Close(";");
    }

    /// <summary>A column, as the properties that its initializer sets.</summary>
    public static IEnumerable<string> Properties(FeatureModel column) => new[]
    {
        Text("Property", column.Property),
        Text("Column", column.Column),
        $"Type = {Type(column.Type)}",
        Flag("IsNullable", column.IsNullable),
        Flag("IsKey", column.IsKey),
        Flag("IsEventTime", column.IsEventTime),
        Text("RenamedFrom", column.RenamedFrom),
        Text("Description", column.Description),
    }.OfType<string>();

    private static IEnumerable<string> Properties(FeatureViewModel model) => new[]
    {
        Text("Name", model.Name),
        Text("Schema", model.Schema),
        Text("Table", model.Table),
        Text("Version", model.Version),
        $"Mode = global::Ematix.SyncMode.{model.Mode}",
        Duration("Ttl", model.Ttl),
        Duration("FreshnessSla", model.FreshnessSla),
        Flag("Online", model.Online),
        model.OnlineStore == default ? null : $"OnlineStore = global::Ematix.OnlineStore.{model.OnlineStore}",
        Text("Description", model.Description),
        Text("Owner", model.Owner),
    }.OfType<string>();

    private static string Type(ColumnType type)
    {
        var narrowing = new[]
        {
            type.Kind == ColumnKind.Numeric ? $"Precision = {Literals.Number(type.Precision)}" : null,
            type.Scale > 0 ? $"Scale = {Literals.Number(type.Scale)}" : null,
            type.MaxLength is { } length ? $"MaxLength = {Literals.Number(length)}" : null,
            Flag("IsArray", type.IsArray),
            Flag("HasNullableElements", type.HasNullableElements),
            type.EnumMembers.Count > 0 ? $"EnumMembers = [{string.Join(", ", type.EnumMembers.Select(Literals.Line))}]" : null,
        }.OfType<string>().ToArray();
        return $"new({Space}ColumnKind.{type.Kind})" + (narrowing.Length == 0 ? "" : $$""" { {{string.Join(", ", narrowing)}} }""");
    }

    private static string? Text(string name, string? value) => value is null ? null : $"{name} = {Literals.Line(value)}";

    private static string? Flag(string name, bool value) => value ? $"{name} = true" : null;

    private static string? Duration(string name, TimeSpan? value) => value is { } duration ? $"{name} = {DurationLiteral.Of(duration)}" : null;
}
