using System.Collections.Immutable;
using Basic.Reference.Assemblies;
using Ematix.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ematix.Analyzers.Tests;

/// <summary>A compilation as a user's project has it.</summary>
internal static class TestCompilation
{
    /// <summary>.NET 10, the product as it is built for it (other assemblies than those that run here), and what its signatures name.</summary>
    public static readonly ImmutableArray<MetadataReference> References =
        [.. Net100.References.All, Product("Ematix.Core"), Product("Ematix.Runtime"), Product("Npgsql")];

    public static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14);

    public static readonly CSharpCompilationOptions Options =
        new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);

    public static ImmutableArray<DiagnosticAnalyzer> Analyzers => [new FeatureViewAnalyzer(), new LoadOptionsAnalyzer(), new FeatureServiceAnalyzer(), new SqlTextAnalyzer()];

    /// <summary>Compiles sources, one file each.</summary>
    public static CSharpCompilation Of(params string[] sources) => CSharpCompilation.Create(
        "Test",
        sources.Select((source, position) => CSharpSyntaxTree.ParseText(source, ParseOptions, $"Source{position}.cs")),
        References,
        Options);

    /// <summary>What the analyzers report, in source order, each as often as it is reported.</summary>
    public static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(Compilation compilation)
    {
        var all = await compilation.WithAnalyzers(Analyzers).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return [.. all.OrderBy(diagnostic => diagnostic.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(diagnostic => diagnostic.Location.SourceSpan)];
    }

    /// <summary>All errors and warnings of a project with the generator and the analyzers: the compiler's, and what the analyzers report.</summary>
    public static async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(params string[] sources)
    {
        var driver = CSharpGeneratorDriver.Create([new FeatureViewGenerator().AsSourceGenerator()], parseOptions: ParseOptions);
        driver.RunGeneratorsAndUpdateCompilation(Of(sources), out var complete, out var diagnostics);
        var compiled = complete.GetDiagnostics().Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Info);
        return [.. diagnostics, .. compiled, .. await AnalyzeAsync(complete)];
    }

    /// <summary>The messages about one source.</summary>
    public static async Task<string[]> MessagesAsync(string source) =>
        [.. (await AnalyzeAsync(Of(source))).Select(diagnostic => diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture))];

    private static PortableExecutableReference Product(string name) =>
        MetadataReference.CreateFromFile(Path.Combine(AppContext.BaseDirectory, "references", $"{name}.dll"));
}
