using Ematix.Planning.Training;

namespace Ematix.Training;

/// <summary>
/// How many rows the parts of a read have. A part is probed in the order of keys: the longer it is, the closer together its probes lie, and the less often the pages of the
/// histories are looked at. The shorter the first ones are, the earlier the first rows are out, and two connections share a small spine too. So parts grow.
/// </summary>
internal static class PartSize
{
    private const int Least = 50_000;

    /// <summary>The answer of a part is sorted by row on the server, and what a client's part has beside its keys is kept here.</summary>
    private const int Most = 500_000;

    /// <summary>Where each part passes over the whole histories, fewer parts are better.</summary>
    public static int OfPasses(int part) => Most;

    /// <summary>Rows of a part, numbered from 0: twice as many after every second.</summary>
    public static int OfProbes(int part) => (int)Math.Min(Most, (long)Least << Math.Min(part / 2, 8));

    /// <summary>The parts of a spine whose length is known, in pairs of equal ones, so that no connection waits for another's.</summary>
    public static List<RowRange> Cut(long rows)
    {
        var parts = new List<RowRange>();
        for (var above = 0L; above < rows; above = parts[^1].UpTo)
        {
            var left = rows - above;
            var size = parts.Count % 2 == 1 ? parts[^1].Rows : Math.Min(OfProbes(parts.Count), Math.Max(Least, (left + 1) / 2));
            parts.Add(new RowRange(above, left - size <= Least / 2 ? rows : above + size));
        }

        return parts;
    }
}
