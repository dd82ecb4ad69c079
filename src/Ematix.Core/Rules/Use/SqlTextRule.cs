namespace Ematix.Rules;

/// <summary>EMX4002: a value that is part of a query's text is read as SQL, whatever it holds. It is judged where the query is written; no model shows it.</summary>
internal static class SqlTextRule
{
    public const string Title = "The SQL of a source or a spine must not be put together from values";
    public const string Message = "The SQL given to '{0}' {1}: {2}";

    /// <summary>What a query is that was concatenated or formatted.</summary>
    public const string PutTogether = "is put together, so that what it is put together from is read as SQL";

    /// <summary>What to do about it.</summary>
    public const string PassInterpolation = "pass an interpolated string itself, $\"… {value}\", whose values become parameters";

    /// <summary>What an interpolated string is that was made a string before it is passed.</summary>
    public const string IsString = "is an interpolated string that was made a string, so that its values are read as SQL";

    /// <summary>What to do about it.</summary>
    public const string PassItself = "pass the interpolated string itself, whose values become parameters";

    /// <summary>What an interpolated string is that holds constants only.</summary>
    public const string IsConstant = "is an interpolated string of constants only, which C# takes as a string, so that they are read as SQL and are no parameters";

    /// <summary>What to do about it.</summary>
    public const string WriteOut = "write them into the text, or hold in a variable what is to be a parameter";

    public static readonly RuleInfo Info = new("EMX4002", RuleSeverity.Error, Title, Message);
}
