namespace Ematix.Loading;

/// <summary>Refuses what this version can't do yet: nothing that is asked for is silently left out.</summary>
internal static class LaterBehaviour
{
    public static void Refuse<TView>(SyncOptions<TView> options)
    {
        var defaults = new SyncOptions<TView>();
        Refuse(options.OnDrift != defaults.OnDrift, $"{nameof(options.OnDrift)}.{options.OnDrift}");
    }

    private static void Refuse(bool asked, string option)
    {
        if (asked)
            throw NotYet($"SyncOptions.{option}");
    }

    private static NotSupportedException NotYet(string what) => new($"{what} is not supported in this version of Ematix Flow. Nothing was loaded.");
}
