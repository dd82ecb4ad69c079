using System.Runtime.CompilerServices;
using Ematix.Model;
using Npgsql;

namespace Ematix.Training;

/// <summary>Typed rows for typed spine rows, one each, in order; streamed part by part, all views in one snapshot.</summary>
internal static class TypedRows
{
    /// <summary>Reads them.</summary>
    /// <param name="store">The store.</param>
    /// <param name="set">The views.</param>
    /// <param name="rows">The spine.</param>
    /// <param name="options">The options.</param>
    /// <param name="plan">Makes a part's command.</param>
    /// <param name="read">Reads the answer for a spine row.</param>
    /// <param name="cancellationToken">Cancels the read, and the spine.</param>
    /// <exception cref="HistoryOverlapException">A part has more answers than rows, or fewer. Its last row is not given then.</exception>
    public static async IAsyncEnumerable<TRow> ReadAsync<TSpineRow, TRow>(
        FeatureStore store,
        TrainingSetModel set,
        IAsyncEnumerable<TSpineRow> rows,
        HistoricalOptions options,
        Func<TrainingContext, Func<List<TSpineRow>, NpgsqlCommand>> plan,
        Func<NpgsqlDataReader, TSpineRow, TRow> read,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var context = await TrainingContext.BeginAsync(store, set, spine: null, options, cancellationToken).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            var (planned, done) = (plan(context), 0L);
            await foreach (var part in Parts.Of(rows, _ => options.Sizes.Typed, cancellationToken).ConfigureAwait(false))
            {
                await using var command = planned(part);
                await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
                for (var i = 0; i < part.Count; i++)
                {
                    if (!await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                        throw new HistoryOverlapException(done + i, done + part.Count);
                    var row = read(reader, part[i]);
                    if (i + 1 == part.Count && await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                        throw new HistoryOverlapException(done + part.Count + 1, done + part.Count);
                    yield return row;
                }

                done += part.Count;
                options.Progress?.Report(new(done, null));
            }
        }
    }
}
