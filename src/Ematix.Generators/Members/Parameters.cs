using Ematix.Generators.Emission;
using Ematix.Sql;

namespace Ematix.Generators.Members;

/// <summary>The parameters that members share, so that they read the same everywhere.</summary>
internal static class Parameters
{
    public static readonly Parameter Store = new("global::Ematix.FeatureStore", "store", "The store that keeps the view.");

    public static readonly Parameter AsOf = new(
        "global::System.DateTimeOffset", "asOf", "The instant asked about, with any offset; floored to the microsecond.");

    public static readonly Parameter AsOfs = new(
        "global::System.Collections.Generic.IReadOnlyList<global::System.DateTimeOffset>", "asOfs", "The instant of each key, with any offset; floored to the microsecond.");

    public static Parameter Cancellation(string summary) =>
        new("global::System.Threading.CancellationToken", "cancellationToken", summary, "default");

    public static readonly Parameter CancelsRead = Cancellation("Cancels the read.");

    public static Parameter Ttl(GeneratedView view) => new("global::System.TimeSpan?", "ttl", TtlSummary(view), "null");

    public static Parameter Keys(GeneratedView view) => new(
        $"global::System.Collections.Generic.IReadOnlyList<{view.KeyName}>", "keys", "The entity keys, in any order; the same may come more than once.");

    public static Parameter Key(KeyColumn key) =>
        new(key.Type, key.Parameter, $"The key {XmlText.Code(key.Column.Model.Column)} ({XmlText.Escape(TypeMap.Declared(key.Column.Model.Type))}).");

    private static string TtlSummary(GeneratedView view) => view switch
    {
        { TtlText: { } limit } => $"A shorter time to live than the view's ({XmlText.Escape(limit)}) for this read, in whole microseconds; null for the view's.",
        _ => "A time to live for this read, in whole microseconds; null for ever, as the view says.",
    };
}
