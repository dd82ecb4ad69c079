namespace Ematix.Generators.Rows;

/// <summary>The body of a member that can't work because an analyzer refused the view: the build fails by that error, and by that alone.</summary>
internal static class Refusal
{
    public const string Code = """
        throw new global::System.NotSupportedException("This feature view has errors: see the EMX errors of the build.")
        """;
}
