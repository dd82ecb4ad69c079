using Ematix.Model;
using Microsoft.CodeAnalysis;

namespace Ematix.CodeAnalysis;

/// <summary>What <c>[FeatureView]</c> says, defaults filled in.</summary>
internal sealed record ViewArguments
{
    public required string Schema { get; init; }

    public required string Version { get; init; }

    public string? Table { get; init; }

    public SyncMode Mode { get; init; }

    public string? Ttl { get; init; }

    public string? FreshnessSla { get; init; }

    public bool Online { get; init; }

    public OnlineStore OnlineStore { get; init; }

    public string? Description { get; init; }

    public string? Owner { get; init; }

    public EquatableArray<string> Written { get; init; }

    public static ViewArguments Of(AttributeData attribute) => new()
    {
        Schema = attribute.Text(nameof(FeatureViewAttribute.Schema)) ?? ViewDefaults.Schema,
        Version = attribute.Text(nameof(FeatureViewAttribute.Version)) ?? ViewDefaults.Version,
        Table = attribute.Text(nameof(FeatureViewAttribute.Table)),
        Mode = Enum<SyncMode>(attribute, nameof(FeatureViewAttribute.Mode)),
        Ttl = attribute.Text(nameof(FeatureViewAttribute.Ttl)),
        FreshnessSla = attribute.Text(nameof(FeatureViewAttribute.FreshnessSla)),
        Online = attribute.Named(nameof(FeatureViewAttribute.Online)) is true,
        OnlineStore = Enum<OnlineStore>(attribute, nameof(FeatureViewAttribute.OnlineStore)),
        Description = attribute.Prose(nameof(FeatureViewAttribute.Description)),
        Owner = attribute.Prose(nameof(FeatureViewAttribute.Owner)),
        Written = attribute.NamedArguments.Select(argument => argument.Key).ToEquatableArray(),
    };

    // The default of each of these enums is the attribute's default; a number that is no member is taken for it.
    private static T Enum<T>(AttributeData attribute, string name)
        where T : struct, Enum =>
        attribute.Named(name) is int value && System.Enum.IsDefined(typeof(T), value) ? (T)System.Enum.ToObject(typeof(T), value) : default;
}
