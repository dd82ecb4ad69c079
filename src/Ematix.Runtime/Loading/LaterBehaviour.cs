using Ematix.Model;

namespace Ematix.Loading;

/// <summary>Refuses what this version can't do yet: nothing that is asked for is silently left out.</summary>
internal static class LaterBehaviour
{
    public static void Refuse(FeatureViewModel view)
    {
        if (view.Online)
            throw NotYet($"{view.CatalogName}: Online = true (the online snapshot). Online lookups answer from the history's current versions without it");
    }

    public static void Refuse<TView>(FeatureViewModel view, SyncOptions<TView> options)
    {
        if (view.Mode != SyncMode.Scd2)
            throw NotYet($"{view.CatalogName}: loads in SyncMode.{view.Mode}");
        var defaults = new SyncOptions<TView>();
        Refuse(options.CompareColumns is not null, nameof(options.CompareColumns));
        Refuse(options.UpdateColumns is not null, nameof(options.UpdateColumns));
        Refuse(options.FeatureSet is not null, nameof(options.FeatureSet));
        Refuse(options.IncrementalColumn is not null, nameof(options.IncrementalColumn));
        Refuse(options.Lookback is not null, nameof(options.Lookback));
        Refuse(options.HandleDeletes != defaults.HandleDeletes, nameof(options.HandleDeletes));
        Refuse(!options.MaxDeleteFraction.Equals(defaults.MaxDeleteFraction), nameof(options.MaxDeleteFraction));
        Refuse(options.AllowEmptySource, nameof(options.AllowEmptySource));
        Refuse(options.EventTimestamp is not null, nameof(options.EventTimestamp));
        Refuse(options.Ttl is not null, nameof(options.Ttl));
        Refuse(options.FutureEvents != defaults.FutureEvents, $"{nameof(options.FutureEvents)}.{options.FutureEvents}");
        Refuse(options.BackfillWindow is not null, nameof(options.BackfillWindow));
        Refuse(options.OnDrift != defaults.OnDrift, $"{nameof(options.OnDrift)}.{options.OnDrift}");
        Refuse(options.DryRun, nameof(options.DryRun));
    }

    private static void Refuse(bool asked, string option)
    {
        if (asked)
            throw NotYet($"SyncOptions.{option}");
    }

    private static NotSupportedException NotYet(string what) => new($"{what} is not supported in this version of Ematix Flow. Nothing was loaded.");
}
