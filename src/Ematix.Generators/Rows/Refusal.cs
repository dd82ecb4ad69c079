namespace Ematix.Generators.Rows;

/// <summary>The body of a member that can't work because an analyzer refused the view or service: the build fails by that error, and by that alone.</summary>
internal static class Refusal
{
    /// <summary>The body for a service.</summary>
    public const string Service = """
        throw new global::System.NotSupportedException("This feature service has errors: see the EMX errors of the build.")
        """;

    /// <summary>The same for a view.</summary>
    public const string Code = """
        throw new global::System.NotSupportedException("This feature view has errors: see the EMX errors of the build.")
        """;
}
