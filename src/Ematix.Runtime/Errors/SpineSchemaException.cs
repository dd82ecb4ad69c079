namespace Ematix;

/// <summary>A spine's columns can't be joined with the views: names missing or twice, types that don't pass, an as-of that is no instant, record batches of several schemas; or there is no such table.</summary>
public sealed class SpineSchemaException : EmatixException
{
    private const int MostNames = 20;

    internal SpineSchemaException(IReadOnlyList<string> differences, IReadOnlyList<string>? columns = null, Exception? cause = null)
        : base($"The spine does not fit its feature views: {string.Join("; ", differences)}. {Names(columns ?? [])}Columns are matched by name. Nothing was read.", cause) =>
        Differences = differences;

    internal SpineSchemaException(int batch, string other, IReadOnlyList<string> differences)
        : base($"Record batch {batch} of the spine has another schema than {other}: {string.Join("; ", differences)}. Give all batches one schema. Rows of those before it may have been read.") =>
        Differences = differences;

    /// <summary>Every difference, as a sentence; of types, what to write instead or what was expected.</summary>
    public IReadOnlyList<string> Differences { get; }

    private static string Names(IReadOnlyList<string> columns)
    {
        var more = columns.Count > MostNames ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $" and {columns.Count - MostNames} more") : "";
        return columns.Count == 0 ? "" : $"Its columns are {string.Join(", ", columns.Take(MostNames).Select(name => $"\"{name}\""))}{more}. ";
    }
}
