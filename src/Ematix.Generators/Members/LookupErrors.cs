using Ematix.Generators.Emission;

namespace Ematix.Generators.Members;

/// <summary>Errors that lookups share.</summary>
internal static class LookupErrors
{
    private static readonly (string Type, string Reason) NullKey = ("System.ArgumentNullException", "A part of the key is null.");

    /// <summary>What a lookup of one key throws because of the key: only a text can be null.</summary>
    public static IEnumerable<(string Type, string Reason)> Key(GeneratedView view) =>
        view.Keys.Any(key => key.Type == "string") ? [NullKey] : [];

    /// <summary>What a lookup throws because of the time to live.</summary>
    public static (string Type, string Reason) Ttl(GeneratedView view) => (
        "System.ArgumentOutOfRangeException",
        $"<paramref name=\"ttl\"/> is {(view.TtlText is null ? "" : "longer than the view's, ")}not positive, or finer than a microsecond.");
}
