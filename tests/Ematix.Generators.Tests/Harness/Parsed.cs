using Ematix.CodeAnalysis;
using Ematix.Model;
using Ematix.Testing;

namespace Ematix.Generators.Tests;

/// <summary>Declarations as the parser reads them.</summary>
internal static class Parsed
{
    /// <summary>The view in these sources, by the name of its type. Sources need not compile: code in the making must parse too.</summary>
    public static ViewDeclaration Type(string name, params IEnumerable<string> sources) =>
        FeatureViewParser.Parse(UserProject.Of(sources).GetTypeByMetadataName(name)!, TestContext.Current.CancellationToken)!;

    /// <summary>The view <c>A</c> with these members.</summary>
    public static ViewDeclaration View(string members, string arguments = "") =>
        Type("A", $"using System.Text.Json;\n[FeatureView({arguments})] public partial class A {{ {members} }}");

    /// <summary>The property <c>X</c> of a view.</summary>
    public static PropertyShape Property(string declaration) =>
        View("[EntityKey] public long Id { get; init; } " + declaration).Properties.Single(property => property.Name == "X");
}
