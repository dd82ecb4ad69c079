using Ematix.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ematix.Generators.Tests;

/// <summary>Runs the generator as every test of it does.</summary>
internal static class Generated
{
    /// <summary>
    /// Compiles sources, generates, and compiles again: what goes in must compile, and what comes out without a warning. A second run on the
    /// same sources must find everything cached.
    /// </summary>
    public static GeneratorRun From(params IEnumerable<string> sources) => From(UserProject.Of(sources));

    public static GeneratorRun From(CSharpCompilation project, string? rootNamespace = null)
    {
        AssertCompiles(project);
        return FromAny(project, rootNamespace);
    }

    /// <summary>The same for sources that only compile together with what is generated.</summary>
    public static GeneratorRun FromCallers(params IEnumerable<string> sources) => FromAny(UserProject.Of(sources), null);

    public static void AssertCompiles(Compilation project)
    {
        var problems = project.Problems();
        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    private static GeneratorRun FromAny(CSharpCompilation project, string? rootNamespace)
    {
        var properties = rootNamespace is null ? null : new Dictionary<string, string> { ["RootNamespace"] = rootNamespace };
        var run = GeneratorRun.First(new FeatureViewGenerator(), project, properties);
        Assert.Empty(run.Result.Diagnostics);
        AssertCompiles(run.Output);
        run.Again().AssertNothingIsNew();
        return run;
    }

    /// <summary>Asserts that every named step and every file came from the cache.</summary>
    public static void AssertNothingIsNew(this GeneratorRun run)
    {
        foreach (var step in TrackingNames.All.Where(run.Result.TrackedSteps.ContainsKey))
            Assert.All(run.Reasons(step), reason => Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"{step} is {reason}."));
        Assert.All(run.Emissions, reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }
}
