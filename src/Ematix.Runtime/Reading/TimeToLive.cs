using Ematix.Model;
using Npgsql;
using NpgsqlTypes;

namespace Ematix.Reading;

/// <summary>The time to live that a read applies: the view's, or a shorter one that the call asks for.</summary>
internal static class TimeToLive
{
    /// <param name="view">The view.</param>
    /// <param name="ttl">The call's.</param>
    /// <param name="parameter">The call's parameter that it comes in.</param>
    /// <param name="option">The option that it is, or null where it is the parameter itself.</param>
    /// <exception cref="ArgumentOutOfRangeException">The call's is not positive, not in whole microseconds, or longer than the view's.</exception>
    public static TimeSpan? Of(FeatureViewModel view, TimeSpan? ttl, string parameter, string? option = null)
    {
        if (ttl is not { } asked)
            return view.Ttl;
        if (!Durations.IsUsable(asked))
            throw new ArgumentOutOfRangeException(parameter, asked, $"{option ?? "A time to live"} is positive and in whole microseconds.");
        if (view.Ttl is { } limit && asked > limit)
        {
            throw new ArgumentOutOfRangeException(
                parameter, asked, $"{(option is null ? "" : option + ": ")}A read may shorten the time to live of {view.CatalogName}, which is {limit:c}, but not extend it: raise the view's Ttl instead.");
        }

        return asked;
    }

    public static void Bind(NpgsqlParameterCollection parameters, TimeSpan? ttl) => parameters.Add(new NpgsqlParameter
    {
        NpgsqlDbType = NpgsqlDbType.Interval,
        Value = ttl is { } limit ? Runtime.PgInterval.Of(limit) : DBNull.Value,
    });
}
