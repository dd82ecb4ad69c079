using Ematix.Model;
using Npgsql;
using NpgsqlTypes;

namespace Ematix.Reading;

/// <summary>The time to live that a read applies: the view's, or a shorter one that the call asks for.</summary>
internal static class TimeToLive
{
    /// <exception cref="ArgumentOutOfRangeException">The call's is not positive, not in whole microseconds, or longer than the view's.</exception>
    public static TimeSpan? Of(FeatureViewModel view, TimeSpan? ttl)
    {
        if (ttl is not { } asked)
            return view.Ttl;
        if (!Durations.IsUsable(asked))
            throw new ArgumentOutOfRangeException(nameof(ttl), asked, "A time to live is positive and in whole microseconds.");
        if (view.Ttl is { } limit && asked > limit)
        {
            throw new ArgumentOutOfRangeException(
                nameof(ttl), asked, $"A read may shorten the time to live of {view.CatalogName}, which is {limit:c}, but not extend it: raise the view's Ttl instead.");
        }

        return asked;
    }

    public static void Bind(NpgsqlParameterCollection parameters, TimeSpan? ttl) => parameters.Add(new NpgsqlParameter
    {
        NpgsqlDbType = NpgsqlDbType.Interval,
        Value = ttl is { } limit ? Runtime.PgInterval.Of(limit) : DBNull.Value,
    });
}
