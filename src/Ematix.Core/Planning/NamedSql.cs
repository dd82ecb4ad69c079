namespace Ematix.Planning;

/// <summary>A planned statement with a name and a sentence that explains it, as generated code shows it.</summary>
/// <param name="Name">A C# identifier.</param>
/// <param name="Summary">What the statement does, and its parameters in order.</param>
/// <param name="Text">The exact text that the server sees.</param>
internal sealed record NamedSql(string Name, string Summary, string Text);
