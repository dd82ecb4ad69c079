namespace Ematix.Analyzers;

/// <summary>Where the page of each rule is.</summary>
internal static class HelpLinks
{
    public const string Base = "https://github.com/ematix/ematix-flow-dotnet/blob/main/docs/rules/";
}
