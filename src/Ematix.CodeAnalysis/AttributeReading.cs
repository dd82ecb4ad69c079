using Microsoft.CodeAnalysis;

namespace Ematix.CodeAnalysis;

/// <summary>Arguments of attributes. Code in the making has attributes with wrong or missing arguments: those count as not written.</summary>
internal static class AttributeReading
{
    /// <summary>The first attribute of this class on the symbol, or null.</summary>
    public static AttributeData? Find(this ISymbol symbol, string metadataName) =>
        symbol.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass.Is(metadataName));

    /// <summary>A positional argument, or null.</summary>
    public static object? Positional(this AttributeData attribute, int position) =>
        position < attribute.ConstructorArguments.Length ? Value(attribute.ConstructorArguments[position]) : null;

    /// <summary>A named argument, or null.</summary>
    public static object? Named(this AttributeData attribute, string name) =>
        attribute.NamedArguments.Where(argument => argument.Key == name).Select(argument => Value(argument.Value)).FirstOrDefault();

    /// <summary>A named text, or null.</summary>
    public static string? Text(this AttributeData attribute, string name) => attribute.Named(name) as string;

    /// <summary>
    /// A named text for people, with the line ends of no platform: a raw literal takes those of its source file,
    /// and the same view must be the same on every machine.
    /// </summary>
    public static string? Prose(this AttributeData attribute, string name) => attribute.Text(name)?.Replace("\r\n", "\n");

    private static object? Value(TypedConstant constant) =>
        constant.Kind is TypedConstantKind.Primitive or TypedConstantKind.Enum ? constant.Value : null;
}
