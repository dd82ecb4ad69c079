namespace Ematix;

/// <summary>A spine's columns can't be joined with the views: names missing or twice, types that don't pass, an as-of that is no instant.</summary>
public sealed class SpineSchemaException : EmatixException
{
    internal SpineSchemaException(IReadOnlyList<string> differences)
        : base($"The spine does not fit its feature views: {string.Join("; ", differences)}. Columns are matched by name. Nothing was read.") =>
        Differences = differences;

    /// <summary>Every difference, as a sentence; of types, what to write instead.</summary>
    public IReadOnlyList<string> Differences { get; }
}
