using Ematix.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ematix.Analyzers.Tests;

/// <summary>One run of all analyzers of the product over sources with nullable types, with or without the generator beside them.</summary>
internal sealed class AnalyzerTest : CSharpAnalyzerTest<FeatureViewAnalyzer, DefaultVerifier>
{
    private readonly bool _withGenerator;

    public AnalyzerTest(bool withGenerator)
    {
        _withGenerator = withGenerator;
        // With the generator the library's own checks (suppression, generated code) would only repeat those of the run without it.
        if (withGenerator)
            TestBehaviors = TestBehaviors.SkipGeneratedSourcesCheck | TestBehaviors.SkipSuppressionCheck | TestBehaviors.SkipGeneratedCodeCheck;
        // EMX2010 is reported about views and about loads: two analyzers, one descriptor.
        MarkupOptions = MarkupOptions.UseFirstDescriptor;
        ReferenceAssemblies = new ReferenceAssemblies("net10.0");
        TestState.AdditionalReferences.AddRange(TestCompilation.References);
    }

    protected override IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers() => TestCompilation.Analyzers;

    protected override IEnumerable<Type> GetSourceGenerators() => _withGenerator ? [typeof(FeatureViewGenerator)] : [];

    protected override ParseOptions CreateParseOptions() => TestCompilation.ParseOptions;

    protected override CompilationOptions CreateCompilationOptions() => TestCompilation.Options;
}
