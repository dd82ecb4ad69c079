using Ematix.Generators.Emission;
using Ematix.Model;
using Ematix.Planning.Training;

namespace Ematix.Generators.Members;

/// <summary>The methods that make training sets: record batches for any spine, and typed rows for typed ones.</summary>
internal static class HistoricalMember
{
    private const string Exact = "one output row a spine row, in order, with nothing of what came after the row's as-of";

    private static readonly string[] Streams = ["IEnumerable", "IAsyncEnumerable"];

    public static IEnumerable<GeneratedMethod> Of(GeneratedView view) =>
    [
        Features(view, new("global::Ematix.Spine", "spine", "Entities and as-of times: a table, a query, or record batches. Columns are matched by name; other columns pass through.")),
        .. Rows(view).Select(rows => Features(view, rows)),
        .. Rows(view).Select(rows => Typed(view, rows)),
    ];

    private static GeneratedMethod Features(GeneratedView view, Parameter spine) => new()
    {
        Name = GeneratedMembers.HistoricalFeaturesAsync,
        Returns = TaskTypes.Features,
        Summary = $"A training set as Arrow record batches: {Exact}. Nothing is read before it is enumerated.",
        Parameters = [Parameters.Store, spine, Options(view), Parameters.CancelsRead],
        Result = $"{Given(view, spine)}, then the features, NULL where no version was alive. Whoever enumerates disposes each batch.",
        Throws =
        [
            ("System.ArgumentException", "The options can't be right: a time to live longer than the view's, a size that is not positive."),
            .. spine.Name == "spine" ? [HistoricalErrors.Schema] : Array.Empty<(string, string)>(),
            .. HistoricalErrors.OfBatches,
            HistoricalErrors.Wait,
            .. HistoricalErrors.OfTables,
        ],
        Call = $"HistoricalFeatures<{view.FullName}{(spine.Name == "spine" ? "" : ", " + view.KeyType)}>(store, {spine.Name}, options, cancellationToken)",
    };

    private static GeneratedMethod Typed(GeneratedView view, Parameter rows) => new()
    {
        Name = GeneratedMembers.HistoricalRowsAsync,
        Returns = TaskTypes.Rows(view.FullName),
        Summary = $"A training set as typed rows: {Exact}. Streamed, all in one snapshot.",
        Parameters = [Parameters.Store, rows, Options(view), Parameters.CancelsRead],
        Result = "The rows, with instants in UTC; null where no version was alive.",
        Throws =
        [
            ("System.ArgumentException", "The options can't be right: a time to live longer than the view's, or columns, which only record batches can leave out."),
            HistoricalErrors.Wait,
            .. HistoricalErrors.OfTables,
        ],
        Call = $"HistoricalRowsAsync<{view.FullName}, {view.KeyType}>(store, {rows.Name}, options, cancellationToken)",
    };

    private static string Given(GeneratedView view, Parameter spine)
    {
        if (spine.Name == "spine")
            return "The spine's columns";
        var asOf = SpineColumns.AsOfBeside(view.View.Keys.Select(key => new SpineColumn(key.Column, key.Type)));
        return $"The view's key columns and <c>{asOf}</c>";
    }

    private static IEnumerable<Parameter> Rows(GeneratedView view) => Streams.Select(stream => new Parameter(
        $"global::System.Collections.Generic.{stream}<global::Ematix.SpineRow<{view.KeyName}>>", "rows", "Keys with their as-of times, in any order, streamed; the same may come more than once. Enumerated anew by each enumeration, export and explanation: rows that can be given once only are missing in the next."));

    private static Parameter Options(GeneratedView view) =>
        new($"global::Ematix.HistoricalOptions<{view.FullName}>?", "options", "The options of this read, or null for the defaults.", "null");
}
