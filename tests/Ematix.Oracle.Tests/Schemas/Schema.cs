namespace Ematix.Oracle.Tests;

/// <summary>A random view: what it is, and how it is written.</summary>
/// <param name="Spec">The view.</param>
/// <param name="SqlSchema">The schema of its table.</param>
/// <param name="Table">Its table.</param>
/// <param name="Ttl">Its time to live as the attribute has it, or null.</param>
/// <param name="Keyword"><c>class</c> or <c>record</c>.</param>
/// <param name="Online">How its online snapshot is kept, or null for none.</param>
internal sealed record Schema(ViewSpec Spec, string SqlSchema, string Table, string? Ttl, string Keyword, OnlineStore? Online)
{
    /// <summary>The former names of its renamed columns, by their names.</summary>
    public IReadOnlyDictionary<string, string> FormerNames { get; init; } = new Dictionary<string, string>();
}
