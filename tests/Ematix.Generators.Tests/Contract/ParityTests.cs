using System.Reflection;
using System.Runtime.Loader;
using Ematix.CodeAnalysis;
using Ematix.Model;
using Ematix.Planning;
using Ematix.Testing;
using Microsoft.CodeAnalysis;

namespace Ematix.Generators.Tests;

/// <summary>What was planned when the view was compiled is what the runtime plans and runs.</summary>
public sealed class ParityTests
{
    private static readonly string[] Views =
    [
        Sources.UserFeatures,
        Sources.Merchant,
        Sources.EveryType,
        "[FeatureView(Mode = SyncMode.Merge, Schema = \"a\\\"b\", Table = \"x\\ny\", Ttl = \"PT0.000001S\", OnlineStore = OnlineStore.Table)] public partial class Odd { [EntityKey] public long Id { get; init; } [Column(\"\\\\ '\\\"\\\"\\\" \\u2028 \\ud800\", RenamedFrom = \"é\", Description = \"\\0\\t\")] public int? X { get; init; } }",
    ];

    private static readonly GeneratorRun Run = Generated.From(Views);

    private static readonly Assembly Compiled = Load(Run.Output);

    public static TheoryData<string> Names => ["Shop.UserFeatures", "Shop.Merchant", "Shop.Everything", "Odd"];

    [Fact]
    public void The_registry_is_found_by_its_attribute_and_lists_all() =>
        Assert.Equal(Names.Select(name => name.Data).Order(StringComparer.Ordinal), Entries().Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public void The_definition_at_run_time_is_the_model_at_compile_time(string name) =>
        Assert.Equal(Model(name), Entries()[name].Definition);

    [Theory]
    [MemberData(nameof(Names))]
    public void The_constants_are_what_the_runtime_plans(string name)
    {
        var sql = Compiled.GetType($"{name}+Sql", throwOnError: true)!;

        AssertConstants(ViewSql.Constants(Model(name)), sql);
        AssertConstants(ViewSql.LoadConstants(Model(name)), sql.GetNestedType("Load"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_plans_are_the_constants(string name)
    {
        var planned = ViewSql.Constants(Model(name)).ToDictionary(sql => sql.Name, sql => sql.Text);

        foreach (var plan in typeof(FeatureViewPlans).GetProperties().Where(property => property.PropertyType == typeof(string)))
            Assert.Equal(planned.GetValueOrDefault(plan.Name), plan.GetValue(Entries()[name].Plans));
    }

    [Fact]
    public void The_generator_writes_the_same_bytes_with_the_core_that_ships_beside_it()
    {
        var compileTime = new CompileTimeContext();
        var generator = compileTime.LoadFromAssemblyPath(typeof(FeatureViewGenerator).Assembly.Location);
        var core = compileTime.LoadFromAssemblyName(typeof(FeatureViewModel).Assembly.GetName());
        Assert.Contains(".NETStandard,Version=v2.0", core.GetCustomAttribute<System.Runtime.Versioning.TargetFrameworkAttribute>()!.FrameworkName, StringComparison.Ordinal);

        var other = (IIncrementalGenerator)Activator.CreateInstance(generator.GetType(typeof(FeatureViewGenerator).FullName!)!)!;

        Assert.Equal(Run.Files, GeneratorRun.First(other, Run.Input).Files);
    }

    private static FeatureViewModel Model(string name) =>
        FeatureViewParser.Parse(Run.Input.GetTypeByMetadataName(name)!, TestContext.Current.CancellationToken)!.View;

    private static Dictionary<string, FeatureViewEntry> Entries()
    {
        var registry = Compiled.GetCustomAttribute<FeatureViewRegistryAttribute>()!.Registry;
        return ((IReadOnlyList<FeatureViewEntry>)registry.GetProperty("All")!.GetValue(null)!).ToDictionary(entry => entry.ViewType.FullName!);
    }

    private static void AssertConstants(IReadOnlyList<NamedSql> expected, Type? actual) => Assert.Equal(
        expected.Select(sql => (sql.Name, sql.Text)),
        (actual?.GetFields() ?? []).Select(field => (field.Name, (string)field.GetRawConstantValue()!)));

    private static Assembly Load(Compilation project)
    {
        using var image = new MemoryStream();
        var result = project.Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        image.Position = 0;
        return AssemblyLoadContext.Default.LoadFromStream(image);
    }

    /// <summary>The generator's assemblies as a compiler loads them: with the netstandard2.0 build of Core.</summary>
    private sealed class CompileTimeContext() : AssemblyLoadContext("compile time")
    {
        protected override Assembly? Load(AssemblyName assemblyName) => assemblyName.Name switch
        {
            "Ematix.Core" => LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, "compile-time", "Ematix.Core.dll")),
            "Ematix.CodeAnalysis" => LoadFromAssemblyPath(typeof(FeatureViewParser).Assembly.Location),
            _ => null,
        };
    }
}
