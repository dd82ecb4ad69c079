namespace Ematix.Analyzers.Tests;

/// <summary>Checks what is reported in marked sources: <c>{|EMX0001:…|}</c> stands around the exact place, and nothing else may be reported, not by the compiler either.</summary>
internal static class Verify
{
    /// <summary>Sources that compile by themselves. What is reported is the same with the generated members beside them: one mistake is one error.</summary>
    public static async Task AnalyzersAsync(params string[] sources)
    {
        await RunAsync(withGenerator: false, sources);
        await RunAsync(withGenerator: true, sources);
    }

    /// <summary>Sources that use generated members.</summary>
    public static Task WithGeneratorAsync(params string[] sources) => RunAsync(withGenerator: true, sources);

    private static async Task RunAsync(bool withGenerator, string[] sources)
    {
        var test = new AnalyzerTest(withGenerator);
        foreach (var (source, position) in sources.Select((source, position) => (source, position)))
            test.TestState.Sources.Add(($"/Source{position}.cs", source));
        await test.RunAsync(TestContext.Current.CancellationToken);
    }
}
