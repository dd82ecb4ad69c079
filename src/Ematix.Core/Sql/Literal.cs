namespace Ematix.Sql;

/// <summary>String constants of planned SQL: names only; values are always parameters.</summary>
internal static class Literal
{
    /// <summary>A string constant that means the same whatever <c>standard_conforming_strings</c> says.</summary>
    public static string Text(string value)
    {
        var quoted = value.Replace("'", "''");
        return quoted.IndexOf('\\') < 0 ? $"'{quoted}'" : $"E'{quoted.Replace("\\", "\\\\")}'";
    }
}
