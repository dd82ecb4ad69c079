namespace Ematix.LocalPostgres.Host;

/// <summary>How long each wait may last. They are there to end a hang, not to be met: a start takes about a second.</summary>
internal static class TimeLimits
{
    public static readonly TimeSpan Answer = TimeSpan.FromSeconds(30);
    public static readonly TimeSpan Connect = TimeSpan.FromSeconds(15);
    public static readonly TimeSpan Initialise = TimeSpan.FromMinutes(2);
    public static readonly TimeSpan Start = TimeSpan.FromMinutes(1);
    public static readonly TimeSpan Stop = TimeSpan.FromMinutes(1);
    public static readonly TimeSpan CleanUp = TimeSpan.FromSeconds(30);
    public static readonly TimeSpan Fetch = TimeSpan.FromMinutes(5);
    public static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(10);
}
