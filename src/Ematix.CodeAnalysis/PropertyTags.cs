using Microsoft.CodeAnalysis;

namespace Ematix.CodeAnalysis;

/// <summary>What the product's attributes say about a property.</summary>
internal sealed record PropertyTags
{
    public bool IsKey { get; private set; }

    public bool IsEventTime { get; private set; }

    public bool IsExcluded { get; private set; }

    public bool IsJson { get; private set; }

    public bool HasNumeric { get; private set; }

    public int Precision { get; private set; }

    public int Scale { get; private set; }

    public int? MaxLength { get; private set; }

    public string? Column { get; private set; }

    public string? RenamedFrom { get; private set; }

    public string? Description { get; private set; }

    /// <summary>Whether any of them stands there, <c>[NotAFeature]</c> aside.</summary>
    public bool Any { get; private set; }

    /// <summary>Reads them all in one walk.</summary>
    public static PropertyTags Of(IPropertySymbol property)
    {
        var tags = new PropertyTags();
        foreach (var attribute in property.GetAttributes())
            tags.Any |= tags.Take(attribute, attribute.AttributeClass);
        return tags;
    }

    private bool Take(AttributeData attribute, INamedTypeSymbol? type)
    {
        if (type.Is(KnownNames.EntityKeyAttribute))
            return IsKey = true;
        if (type.Is(KnownNames.EventTimestampAttribute))
            return IsEventTime = true;
        if (type.Is(KnownNames.JsonAttribute))
            return IsJson = true;
        if (type.Is(KnownNames.NumericAttribute))
            return TakeNumeric(attribute);
        if (type.Is(KnownNames.TextAttribute))
            return TakeText(attribute);
        if (type.Is(KnownNames.ColumnAttribute))
            return TakeColumn(attribute);
        IsExcluded |= type.Is(KnownNames.NotAFeatureAttribute);
        return false;
    }

    private bool TakeNumeric(AttributeData attribute)
    {
        Precision = attribute.Positional(0) as int? ?? 0;
        Scale = attribute.Positional(1) as int? ?? 0;
        return HasNumeric = true;
    }

    private bool TakeText(AttributeData attribute)
    {
        MaxLength = attribute.Named(nameof(TextAttribute.MaxLength)) as int?;
        return true;
    }

    private bool TakeColumn(AttributeData attribute)
    {
        Column = attribute.Positional(0) as string;
        RenamedFrom = attribute.Text(nameof(ColumnAttribute.RenamedFrom));
        Description = attribute.Prose(nameof(ColumnAttribute.Description));
        return true;
    }
}
