using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace Ematix.Oracle.Tests;

/// <summary>A random view as its user would write it.</summary>
internal static class SchemaSource
{
    public const string TypeName = "Generated.View";

    public static string Of(Schema schema)
    {
        var source = new StringBuilder("using System.Text.Json;\n\nnamespace Generated;\n\n");
        if (schema.Spec.Columns.Any(column => column.Column.Kind == ValueKind.Enum))
            source.Append("public enum Mood\n{\n").AppendJoin(",\n", Names.Members.Select(member => "    " + Names.Identifier(member))).Append("\n}\n\n");
        source.Append(CultureInfo.InvariantCulture, $"[FeatureView(Schema = {Literal(schema.SqlSchema)}, Table = {Literal(schema.Table)}");
        if (schema.Ttl is not null)
            source.Append(CultureInfo.InvariantCulture, $", Ttl = {Literal(schema.Ttl)}");
        if (schema.Online is { } online)
            source.Append(CultureInfo.InvariantCulture, $", Online = true, OnlineStore = OnlineStore.{online}");
        source.Append(CultureInfo.InvariantCulture, $")]\npublic partial {schema.Keyword} View\n{{\n");
        foreach (var column in schema.Spec.Columns)
            source.Append("    ").Append(Property(column, schema.FormerNames.GetValueOrDefault(column.Column.Name))).Append('\n');
        return source.Append("}\n").ToString();
    }

    private static string Property(ColumnSpec spec, string? formerName)
    {
        var column = spec.Column;
        List<string> attributes = [];
        if (column.Role == ColumnRole.Key)
            attributes.Add("EntityKey");
        if (column.Role == ColumnRole.EventTime)
            attributes.Add("EventTimestamp");
        if (formerName is not null || Names.Properties.All(known => known.Property != spec.Property || known.Column != column.Name))
            attributes.Add($"Column({Literal(column.Name)}{(formerName is null ? "" : $", RenamedFrom = {Literal(formerName)}")})");
        if (column.Kind == ValueKind.Numeric)
            attributes.Add(string.Create(CultureInfo.InvariantCulture, $"Numeric({column.Digits.Precision}, {column.Digits.Scale})"));
        if (column.MaxLength is { } max)
            attributes.Add(string.Create(CultureInfo.InvariantCulture, $"Text(MaxLength = {max})"));
        var tags = attributes.Count == 0 ? "" : $"[{string.Join(", ", attributes)}] ";
        var start = column.IsArray ? (column.IsNullable ? "" : " = [];") : column is { Kind: ValueKind.Text, IsNullable: false } ? " = \"\";" : column is { Kind: ValueKind.Bytes, IsNullable: false } ? " = [];" : "";
        return $"{tags}public {Type(column)} {Names.Identifier(spec.Property)} {{ get; init; }}{start}";
    }

    private static string Type(OracleColumn column)
    {
        var element = column.Kind switch
        {
            ValueKind.Boolean => "bool",
            ValueKind.Int16 => "short",
            ValueKind.Int32 => "int",
            ValueKind.Int64 => "long",
            ValueKind.Single => "float",
            ValueKind.Double => "double",
            ValueKind.Numeric => "decimal",
            ValueKind.Text => "string",
            ValueKind.Instant => "DateTimeOffset",
            ValueKind.Date => "DateOnly",
            ValueKind.Time => "TimeOnly",
            ValueKind.Interval => "TimeSpan",
            ValueKind.Uuid => "Guid",
            ValueKind.Bytes => "byte[]",
            ValueKind.Enum => "Mood",
            _ => "JsonElement",
        };
        var type = column.IsArray ? $"{element}{(column.HasNullableElements ? "?" : "")}[]" : element;
        return column.IsNullable ? type + "?" : type;
    }

    private static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
