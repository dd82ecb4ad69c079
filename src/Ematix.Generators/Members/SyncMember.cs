using Ematix.Generators.Emission;
using Ematix.Model;

namespace Ematix.Generators.Members;

/// <summary>The methods that load: from a source, from rows, from a stream of rows.</summary>
internal static class SyncMember
{
    public static IEnumerable<GeneratedMethod> Of(GeneratedView view) =>
    [
        Load(view, new("global::Ematix.Source", "source", "Where the rows come from; its columns are matched by name.")),
        Load(view, new($"global::System.Collections.Generic.IEnumerable<{view.FullName}>", "rows", "The rows, read once and streamed; of tied rows the later stands.")),
        Load(view, new($"global::System.Collections.Generic.IAsyncEnumerable<{view.FullName}>", "rows", "The rows, read once and streamed; of tied rows the later stands.")),
    ];

    private static GeneratedMethod Load(GeneratedView view, Parameter rows) => new()
    {
        Name = GeneratedMembers.SyncAsync,
        Returns = TaskTypes.Load,
        Summary = $"Loads rows into {XmlText.Code(Sql.Identifier.Table(view.View))}, all or none, in one transaction. Creates the table where it is missing.",
        Parameters =
        [
            Parameters.Store,
            rows,
            new($"global::Ematix.SyncOptions<{view.FullName}>?", "options", "The options of this load, or null for the careful defaults.", "null"),
            Parameters.Cancellation("Cancels the load; then nothing was loaded."),
        ],
        Result = "What the load did, with its batch id and its time by the database's clock (UTC).",
        Throws =
        [
            ("Ematix.RuleViolationException", "The options break a rule; the message carries its id."),
            ("Ematix.LoadRefusedException", "The rows were refused: a NULL key, a late event, a value that does not fit. Nothing was loaded."),
            ("Ematix.SourceSchemaException", "The source's columns don't match the view's. Nothing was loaded."),
            ("Ematix.UnknownOutcomeException", "The connection was lost during the commit; the exception carries the batch id to look up."),
        ],
        Call = $"SyncAsync<{view.FullName}>(store, {rows.Name}, options, cancellationToken)",
    };
}
