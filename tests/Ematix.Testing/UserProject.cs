using System.Collections.Immutable;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ematix.Testing;

/// <summary>A compilation as a user's project has it: .NET 10, nullable annotations on, documentation comments checked, the product's assemblies.</summary>
public static class UserProject
{
    /// <summary>C# 14, with documentation comments bound, so that a wrong <c>cref</c> in generated code is a warning.</summary>
    public static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14, DocumentationMode.Diagnose);

    /// <summary>The framework's reference assemblies and the product's; from known files, not from what happens to be loaded.</summary>
    public static readonly ImmutableArray<MetadataReference> References =
    [
        .. Net100.References.All,
        .. new[]
        {
            typeof(FeatureViewAttribute),
            typeof(FeatureStore),
            typeof(Npgsql.NpgsqlDataSource),
            typeof(Apache.Arrow.RecordBatch),
            typeof(Microsoft.Extensions.Logging.ILoggerFactory),
        }.Select(type => MetadataReference.CreateFromFile(type.Assembly.Location)),
    ];

    /// <summary>As the SDK sets them: a library built against an older framework is no warning.</summary>
    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary,
        nullableContextOptions: NullableContextOptions.Enable,
        warningLevel: 9999,
        specificDiagnosticOptions: [new("CS1701", ReportDiagnostic.Suppress), new("CS1702", ReportDiagnostic.Suppress)]);

    private static readonly CSharpSyntaxTree Usings = (CSharpSyntaxTree)CSharpSyntaxTree.ParseText(
        """
        global using System;
        global using System.Collections.Generic;
        global using System.Threading.Tasks;
        global using Ematix;
        """,
        ParseOptions,
        "Usings.cs");

    /// <summary>Compiles sources, one file each: <c>Source0.cs</c>, <c>Source1.cs</c> …; <c>System</c> and <c>Ematix</c> are imported.</summary>
    public static CSharpCompilation Of(params IEnumerable<string> sources) => CSharpCompilation.Create(
        "UserProject",
        [Usings, .. sources.Select((source, i) => Parse(source, $"Source{i}.cs"))],
        References,
        Options);

    /// <summary>Parses a file of a project.</summary>
    public static SyntaxTree Parse(string source, string path) => CSharpSyntaxTree.ParseText(source, ParseOptions, path);

    /// <summary>Replaces a file of a project, as an edit does.</summary>
    public static CSharpCompilation WithFile(this CSharpCompilation project, string path, string source) =>
        project.ReplaceSyntaxTree(project.SyntaxTrees.Single(tree => tree.FilePath == path), Parse(source, path));

    /// <summary>Errors and warnings, as a reader sees them. Users' own members need no documentation here.</summary>
    public static IReadOnlyList<string> Problems(this Compilation project) =>
    [
        .. project.GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !diagnostic.IsSuppressed)
            .Where(diagnostic => diagnostic.Id != "CS1591" || !IsUsers(diagnostic.Location.SourceTree))
            .Select(diagnostic => diagnostic.ToString()),
    ];

    private static bool IsUsers(SyntaxTree? tree) => tree is null || !tree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal);
}
