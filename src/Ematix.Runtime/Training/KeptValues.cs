using Ematix.Loading;
using Ematix.Planning;
using Ematix.Planning.Training;
using Npgsql;

namespace Ematix.Training;

/// <summary>A query's values in settings of the transaction, for a COPY, which takes no parameters.</summary>
internal static class KeptValues
{
    /// <summary>The query with each value read from its setting. Values go there and come back as text of their type, in the same session.</summary>
    public static async Task<string> QueryAsync(Session session, SqlInterpolation query, NpgsqlParameter[] values, CancellationToken cancellationToken)
    {
        var style = (await session.QueryAsync(TrainingValues.TextStyle, reader => (Digits: reader.GetString(0), Dates: reader.GetString(1)), cancellationToken).ConfigureAwait(false))[0];
        await SetStyleAsync(session, "1", "ISO", cancellationToken).ConfigureAwait(false);
        var types = new string?[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i].Value is not (null or DBNull))
                types[i] = (await session.QueryAsync(TrainingValues.KeepValue(i), reader => reader.GetString(0), cancellationToken, values[i]).ConfigureAwait(false))[0];
        }

        await SetStyleAsync(session, style.Digits, style.Dates, cancellationToken).ConfigureAwait(false);
        if (types.Any(type => type?.EndsWith(']') == true))
            await session.SetLocalAsync(SourceQueryPlanner.ArrayNulls, "on", cancellationToken).ConfigureAwait(false);
        return SqlSource.WithoutSemicolon(query.Write(number => TrainingValues.Value(number - 1, types[number - 1])));
    }

    private static async Task SetStyleAsync(Session session, string floatDigits, string dateStyle, CancellationToken cancellationToken)
    {
        await session.SetLocalAsync("extra_float_digits", floatDigits, cancellationToken).ConfigureAwait(false);
        await session.SetLocalAsync("datestyle", dateStyle, cancellationToken).ConfigureAwait(false);
    }
}
