namespace Ematix.Oracle;

/// <summary>A value that a SQL source can hold and the column can't: an infinite instant, an interval of a month, 24:00.</summary>
/// <param name="Sql">The value as a SQL expression.</param>
public sealed record Unstorable(string Sql);
