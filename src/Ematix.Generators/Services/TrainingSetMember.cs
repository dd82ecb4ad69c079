using Ematix.Generators.Members;
using Ematix.Model;

namespace Ematix.Generators.Services;

/// <summary>The methods that read a training set: as record batches and as typed rows, for any spine and for typed ones.</summary>
internal static class TrainingSetMember
{
    private const string Operations = "ServiceOperations";

    private const string Exact = "one output row a spine row, in order, with nothing of what came after the row's as-of";

    private static readonly Parameter Store = new("global::Ematix.FeatureStore", "store", "The store that keeps the views.");

    private static readonly Parameter Options = new("global::Ematix.HistoricalOptions?", "options", "The options of this read, or null for the defaults.", "null");

    private static readonly Parameter Spine = new("global::Ematix.Spine", "spine", "Entities and as-of times: a table, a query, or record batches. Columns are matched by name; other columns pass through.");

    private static readonly IEnumerable<Parameter> Typed = new[] { "IEnumerable", "IAsyncEnumerable" }.Select(stream => new Parameter(
        $"global::System.Collections.Generic.{stream}<{GeneratedMembers.SpineRow}>", "spine", "Entities and as-of times, with what is passed through, in any order; streamed. Enumerated anew by each enumeration, export and explanation: rows that can be given once only are missing in the next."));

    private static readonly (string Type, string Reason) WrongOptions =
        ("System.ArgumentException", "The options can't be right: a time to live longer than a view's, a size that is not positive.");

    public static IEnumerable<GeneratedMethod> Of(GeneratedService service)
    {
        var typed = service.HasMember(GeneratedMembers.SpineRow) ? Typed.ToArray() : [];
        return [Features(service, Spine), .. typed.Select(spine => Features(service, spine)), .. typed.Select(spine => Rows(service, spine))];
    }

    private static GeneratedMethod Features(GeneratedService service, Parameter spine) => new()
    {
        Name = GeneratedMembers.HistoricalFeaturesAsync,
        Returns = TaskTypes.Features,
        Summary = $"The training set as Arrow record batches: {Exact}. Nothing is read before it is enumerated.",
        Parameters = [Store, spine, Options, Parameters.CancelsRead],
        Result = "The spine's columns, then the features of each view, NULL where no version was alive. Whoever enumerates disposes each batch.",
        Throws = [WrongOptions, HistoricalErrors.Schema, .. HistoricalErrors.OfBatches, HistoricalErrors.Wait, .. HistoricalErrors.OfTables],
        Call = $"HistoricalFeatures<{service.FullName}{(spine == Spine ? "" : ", " + GeneratedMembers.SpineRow)}>(store, spine, options, cancellationToken)",
        Operations = Operations,
        IsUsable = service.IsUsable,
    };

    private static GeneratedMethod Rows(GeneratedService service, Parameter spine) => new()
    {
        Name = GeneratedMembers.HistoricalRowsAsync,
        Returns = $"global::System.Collections.Generic.IAsyncEnumerable<{service.FullName}>",
        Summary = $"The training set as typed rows: {Exact}. Streamed, all views in one snapshot.",
        Parameters = [Store, spine, Options, Parameters.CancelsRead],
        Result = "The rows, with instants in UTC: each view, or null where no version was alive, and what is passed through.",
        Throws = [WrongOptions, HistoricalErrors.Schema, HistoricalErrors.Wait, .. HistoricalErrors.OfTables],
        Call = $"HistoricalRowsAsync<{service.FullName}, {GeneratedMembers.SpineRow}>(store, spine, options, cancellationToken)",
        Operations = Operations,
        IsUsable = service.IsUsable,
    };
}
