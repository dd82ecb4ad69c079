using System.Runtime.CompilerServices;

namespace Ematix.Training;

/// <summary>Cuts a stream of rows into parts.</summary>
internal static class Parts
{
    /// <summary>Parts of so many rows, the last of what is left; none of an empty stream.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="size">How many a part has, by its number from 0.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public static async IAsyncEnumerable<List<T>> Of<T>(IAsyncEnumerable<T> rows, Func<int, int> size, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (part, number) = (new List<T>(), 0);
        await foreach (var row in rows.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            part.Add(row);
            if (part.Count < size(number))
                continue;
            yield return part;
            part = new List<T>(size(++number));
        }

        if (part.Count > 0)
            yield return part;
    }

    /// <summary>Rows that are there already, as a stream.</summary>
    public static async IAsyncEnumerable<T> Stream<T>(IEnumerable<T> rows, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var row in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return row;
        }

        await Task.CompletedTask.ConfigureAwait(false);
    }
}
