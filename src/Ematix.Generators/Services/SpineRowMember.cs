using Ematix.Generators.Emission;
using Ematix.Model;
using Ematix.Sql;

namespace Ematix.Generators.Services;

/// <summary>The record that a typed spine is made of.</summary>
internal static class SpineRowMember
{
    public static void Write(CodeWriter code, GeneratedService service)
    {
        if (!service.HasMember(GeneratedMembers.SpineRow))
            return;
        code.Member().Open($"""
            /// <summary>A row of a typed spine: which entities, as of when, and what is passed through. A key or an as-of that is null finds nothing.</summary>
            {GeneratedFile.GeneratedCode}
            public sealed record {GeneratedMembers.SpineRow}
            """);
        foreach (var property in service.Spine)
        {
            code.Member().Lines($$"""
                /// <summary>{{Summary(property)}}</summary>
                public {{Required(service, property)}}{{property.ClrType}} {{property.Property}} { get; init; }
                """);
        }

        code.Close();
    }

    // A column that is there by mistake must not be asked for as well.
    private static string Required(GeneratedService service, SpineProperty property) =>
        property.IsRequired && (service.IsUsable || !property.IsNullable) ? "required " : "";

    private static string Summary(SpineProperty property)
    {
        var type = XmlText.Escape(TypeMap.Declared(property.Type));
        return property switch
        {
            { IsAsOf: true } => $"The instant as of which the row's features are wanted, with any offset; floored to the microsecond. The column {XmlText.Code(property.Column)}.",
            { IsKey: true } => $"The column {XmlText.Code(property.Column)} ({type}), a key or a part of one.",
            _ => $"The column {XmlText.Code(property.Column)} ({type}), passed through.",
        };
    }
}
