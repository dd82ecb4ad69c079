namespace Ematix;

/// <summary>A spine's columns can't be joined with the views: names missing or twice, types that don't pass, an as-of that is no instant, record batches of several schemas.</summary>
public sealed class SpineSchemaException : EmatixException
{
    internal SpineSchemaException(IReadOnlyList<string> differences)
        : base($"The spine does not fit its feature views: {string.Join("; ", differences)}. Columns are matched by name. Nothing was read.") =>
        Differences = differences;

    internal SpineSchemaException(int batch, string other, IReadOnlyList<string> differences)
        : base($"Record batch {batch} of the spine has another schema than {other}: {string.Join("; ", differences)}. Give all batches one schema. Rows of those before it may have been read.") =>
        Differences = differences;

    /// <summary>Every difference, as a sentence; of types, what to write instead or what was expected.</summary>
    public IReadOnlyList<string> Differences { get; }
}
