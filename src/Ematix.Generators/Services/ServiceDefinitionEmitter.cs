using Ematix.Generators.Emission;
using Ematix.Generators.Rows;
using Ematix.Model;

namespace Ematix.Generators.Services;

/// <summary>The service as data. A view's own definition is asked for at run time: the view may be compiled in another assembly, and newer there.</summary>
internal static class ServiceDefinitionEmitter
{
    private const string Space = "global::Ematix.Model.";

    public static void Write(CodeWriter code, GeneratedService service)
    {
        var header = $"static {Space}TrainingSetModel {service.Contract}.Definition";
        code.Member();
        if (!service.IsUsable)
        {
            code.Lines(header + " =>").Continue(Refusal.Service + ";");
            return;
        }

        code.Open(header + " { get; } = new()").OpenList("Views =");
        foreach (var member in service.Joined)
            code.Lines($"global::Ematix.Runtime.ServiceOperations.View<{member.View!.FullName}>({Literals.Line(member.Name)}, [{Columns(member)}], {Prefix(member)}),");
        code.CloseList(",");
        WritePassedThrough(code, [.. service.Spine.Where(property => service.PassedThrough.Any(member => member.Column == property.Column))]);
        code.Close(";");
    }

    public static void WriteSpineColumns(CodeWriter code, GeneratedService service)
    {
        code.Member().Lines($"static {Space}EquatableArray<{Space}FeatureModel> {service.TypedContract}.SpineColumns {{ get; }} =").OpenList();
        foreach (var property in service.Spine)
            code.Lines(Initializer(property));
        code.CloseList(";");
    }

    private static void WritePassedThrough(CodeWriter code, IReadOnlyList<SpineProperty> properties)
    {
        if (properties.Count == 0)
            return;
        code.OpenList("PassedThrough =");
        foreach (var property in properties)
            code.Lines(Initializer(property));
        code.CloseList(",");
    }

    private static string Initializer(SpineProperty property) => $$"""new() { {{string.Join(", ", DefinitionEmitter.Properties(Column(property)))}} },""";

    private static FeatureModel Column(SpineProperty property) => new()
    {
        Property = property.Name,
        Column = property.Column,
        Type = property.Type,
        IsNullable = property.IsNullable,
        IsKey = property.IsKey,
        IsEventTime = property.IsAsOf,
    };

    private static string Columns(ServiceMember member) => string.Join(", ", member.Joins.Select(join => Literals.Line(join.Column)));

    private static string Prefix(ServiceMember member) => member.Prefix is { } prefix ? Literals.Line(prefix) : "null";
}
