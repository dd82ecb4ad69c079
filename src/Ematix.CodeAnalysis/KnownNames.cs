namespace Ematix.CodeAnalysis;

/// <summary>The metadata names of what users write and of what the type map reads: the one place where they stand.</summary>
internal static class KnownNames
{
    public const string FeatureViewAttribute = "Ematix.FeatureViewAttribute";
    public const string FeatureServiceAttribute = "Ematix.FeatureServiceAttribute";
    public const string JoinAttribute = "Ematix.JoinAttribute";
    public const string SpineColumnAttribute = "Ematix.SpineColumnAttribute";
    public const string EntityKeyAttribute = "Ematix.EntityKeyAttribute";
    public const string EventTimestampAttribute = "Ematix.EventTimestampAttribute";
    public const string NotAFeatureAttribute = "Ematix.NotAFeatureAttribute";
    public const string ColumnAttribute = "Ematix.ColumnAttribute";
    public const string NumericAttribute = "Ematix.NumericAttribute";
    public const string TextAttribute = "Ematix.TextAttribute";
    public const string JsonAttribute = "Ematix.JsonAttribute";

    public const string GeneratedCodeAttribute = "System.CodeDom.Compiler.GeneratedCodeAttribute";
    public const string SetsRequiredMembersAttribute = "System.Diagnostics.CodeAnalysis.SetsRequiredMembersAttribute";

    public const string DateTime = "System.DateTime";
    public const string DateTimeOffset = "System.DateTimeOffset";
    public const string DateOnly = "System.DateOnly";
    public const string TimeOnly = "System.TimeOnly";
    public const string TimeSpan = "System.TimeSpan";
    public const string Guid = "System.Guid";
    public const string JsonElement = "System.Text.Json.JsonElement";

    /// <summary>The tool that generated members name in their <c>[GeneratedCode]</c>.</summary>
    public const string Generator = "Ematix.Generators";
}
