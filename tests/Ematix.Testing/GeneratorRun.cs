using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ematix.Testing;

/// <summary>One run of a generator, and the state to run it again after an edit.</summary>
public sealed class GeneratorRun
{
    private readonly GeneratorDriver _driver;

    private GeneratorRun(GeneratorDriver driver, CSharpCompilation project)
    {
        _driver = driver.RunGeneratorsAndUpdateCompilation(project, out var output, out _);
        (Input, Output) = (project, (CSharpCompilation)output);
        Result = _driver.GetRunResult().Results.Single();
        // An exception is only a warning to the compiler; here it is what it is.
        if (Result.Exception is { } exception)
            throw new InvalidOperationException("The generator failed.", exception);
    }

    /// <summary>What was compiled.</summary>
    public CSharpCompilation Input { get; }

    /// <summary>The same with the generated files.</summary>
    public CSharpCompilation Output { get; }

    /// <summary>What the generator did, step by step.</summary>
    public GeneratorRunResult Result { get; }

    /// <summary>The generated files by name.</summary>
    public IReadOnlyDictionary<string, string> Files =>
        Result.GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText.ToString(), StringComparer.Ordinal);

    /// <summary>Runs a generator for the first time.</summary>
    /// <param name="generator">The generator.</param>
    /// <param name="project">The project.</param>
    /// <param name="properties">What the build tells analyzers, such as <c>RootNamespace</c>.</param>
    public static GeneratorRun First(IIncrementalGenerator generator, CSharpCompilation project, IReadOnlyDictionary<string, string>? properties = null) => new(
        CSharpGeneratorDriver.Create(
            [generator.AsSourceGenerator()],
            parseOptions: UserProject.ParseOptions,
            optionsProvider: new BuildProperties(properties ?? ImmutableDictionary<string, string>.Empty),
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true)),
        project);

    /// <summary>Runs it again, on an edited project.</summary>
    public GeneratorRun Again(CSharpCompilation project) => new(_driver, project);

    /// <summary>Runs it again on the same sources, in a new compilation, so that nothing is equal by reference alone.</summary>
    public GeneratorRun Again() => Again(Input.Clone());

    /// <summary>What became of the outputs of a named step.</summary>
    public IReadOnlyList<IncrementalStepRunReason> Reasons(string step) =>
        [.. Result.TrackedSteps[step].SelectMany(run => run.Outputs).Select(output => output.Reason)];

    /// <summary>What became of each generated file: the reasons of the step that wrote it, one for each time that it ran.</summary>
    public IReadOnlyList<IncrementalStepRunReason> Emissions =>
        [.. Result.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(run => run.Outputs).Select(output => output.Reason)];
}
