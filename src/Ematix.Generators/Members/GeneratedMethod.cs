using Ematix.Generators.Emission;

namespace Ematix.Generators.Members;

/// <summary>A public static method that hands its arguments to the runtime.</summary>
internal sealed record GeneratedMethod
{
    public required string Name { get; init; }

    public required string Returns { get; init; }

    /// <summary>What it does, in XML.</summary>
    public required string Summary { get; init; }

    public required IReadOnlyList<Parameter> Parameters { get; init; }

    /// <summary>What it returns, in XML.</summary>
    public string? Result { get; init; }

    /// <summary>What it throws: type and reason, in XML.</summary>
    public IReadOnlyList<(string Type, string Reason)> Throws { get; init; } = [];

    /// <summary>The call behind <c>global::Ematix.Runtime.</c><see cref="Operations"/><c>.</c></summary>
    public required string Call { get; init; }

    /// <summary>The class of the runtime that does it.</summary>
    public string Operations { get; init; } = "ViewOperations";

    /// <summary>Whether it can do anything: else it says that the type has errors.</summary>
    public bool IsUsable { get; init; } = true;

    /// <summary>Writes the method with its documentation.</summary>
    public void Write(CodeWriter code)
    {
        code.Member().Lines($"/// <summary>{Summary}</summary>");
        foreach (var parameter in Parameters)
            code.Lines($"/// <param name=\"{parameter.Name}\">{parameter.Summary}</param>");
        if (Result is not null)
            code.Lines($"/// <returns>{Result}</returns>");
        foreach (var (type, reason) in Throws)
            code.Lines($"/// <exception cref=\"global::{type}\">{reason}</exception>");
        code.Lines($"""
            {GeneratedFile.GeneratedCode}
            public static {Returns} {Name}(
            {string.Join(",\n", Parameters.Select(parameter => "    " + parameter.Declaration))}) =>
                {(IsUsable ? $"global::Ematix.Runtime.{Operations}.{Call}" : Rows.Refusal.Service)};
            """);
    }
}

/// <summary>A parameter of a generated method.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Name">Its name, without <c>@</c>.</param>
/// <param name="Summary">What it is, in XML.</param>
/// <param name="Default">Its default, or null.</param>
internal sealed record Parameter(string Type, string Name, string Summary, string? Default = null)
{
    public string Declaration => $"{Type} {CSharp.Identifier(Name)}{(Default is null ? "" : " = " + Default)}";
}
