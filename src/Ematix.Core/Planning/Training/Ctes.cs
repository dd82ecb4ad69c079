namespace Ematix.Planning.Training;

/// <summary>Common table expressions before a statement.</summary>
internal static class Ctes
{
    /// <summary>The clause with a line end after it, or nothing where there is none.</summary>
    public static string Text(params IEnumerable<string?> expressions)
    {
        string[] given = [.. expressions.OfType<string>()];
        return given.Length == 0 ? "" : $"WITH {string.Join(",\n", given)}\n";
    }
}
