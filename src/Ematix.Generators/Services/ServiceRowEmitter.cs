using Ematix.Generators.Emission;
using Ematix.Generators.Rows;
using Ematix.Model;

namespace Ematix.Generators.Services;

/// <summary>The file of a service's contract: what the runtime reaches through a type parameter, and users don't see.</summary>
internal static class ServiceRowEmitter
{
    public static string Emit(GeneratedService service)
    {
        var code = GeneratedFile.BeginPart(service.Type, beforeType: code => EnumNamesEmitter.Write(code, service));
        ServiceDefinitionEmitter.Write(code, service);
        if (service.HasMember(GeneratedMembers.SpineRow))
        {
            ServiceDefinitionEmitter.WriteSpineColumns(code, service);
            WriteReadRow(code, service);
            WriteSpine(code, service);
        }

        return code.EndPart(service.Type);
    }

    private static void WriteReadRow(CodeWriter code, GeneratedService service)
    {
        var signature = $"static {service.FullName} {service.TypedContract}.ReadRow({GeneratedMembers.SpineRow} spine, global::Ematix.Runtime.ServiceRow row) =>";
        code.Member();
        if (!service.IsUsable)
        {
            code.Lines(signature).Continue(Refusal.Service + ";");
            return;
        }

        code.Open(signature + " new()");
        for (var i = 0; i < service.Joined.Count; i++)
            code.Lines($"{CSharp.Identifier(service.Joined[i].Property.Name)} = row.View<{service.Joined[i].View!.FullName}>({Literals.Number(i)}),");
        foreach (var property in service.PassedThrough)
            code.Lines($"{CSharp.Identifier(property.Name)} = {Value(service, property)},");
        code.Close(";");
    }

    private static void WriteSpine(CodeWriter code, GeneratedService service)
    {
        code.Member().Open($"static void {service.TypedContract}.WriteSpine(global::System.Collections.Generic.IReadOnlyList<{GeneratedMembers.SpineRow}> rows, global::Ematix.Runtime.SpineWriter writer)");
        if (!service.IsUsable)
            code.Lines(Refusal.Service + ";");
        foreach (var property in service.IsUsable ? service.Spine : [])
            code.Lines($"writer.{Method(property)}(rows, static row => {Value(service, property)});");
        code.Close();
    }

    private static string Method(SpineProperty property) =>
        ContractMethods.Write(property.Enum is null ? property.Type : new ColumnType(ColumnKind.Text), isText: false);

    private static string Value(GeneratedService service, SpineProperty property) => property switch
    {
        { Enum: null } => $"row.{property.Property}",
        { IsNullable: true } => $"row.{property.Property} is {{ }} member ? {EnumNamesEmitter.Writer(service, property.Name)}(member) : null",
        _ => $"{EnumNamesEmitter.Writer(service, property.Name)}(row.{property.Property})",
    };

    // A key may be null in a spine, and a member that passes it through may say that it never is.
    private static string Value(GeneratedService service, PropertyShape member)
    {
        var property = service.Spine.First(property => property.Column == member.Column);
        return $"spine.{property.Property}" + (property.IsNullable && !member.IsNullable
            ? $" ?? throw new global::System.InvalidOperationException({Literals.Line($"The spine's column {member.Column} is null, and '{service.DisplayName}.{member.Name}' can't be.")})"
            : "");
    }
}
