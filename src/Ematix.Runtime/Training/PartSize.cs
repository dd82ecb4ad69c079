using Ematix.Planning.Training;

namespace Ematix.Training;

/// <summary>
/// How many rows the parts of a read have. A part is probed in the order of keys, and looks at most pages of the histories once: the longer it is, the closer together
/// its probes lie, and the less often a page is brought in. What limits it: the server sorts a part's answer by row, and what a client's part has beside its keys is kept here.
/// </summary>
internal static class PartSize
{
    /// <summary>So few rows are not divided: two connections would bring in the same pages.</summary>
    private const int Undivided = 150_000;

    private const int Most = 500_000;

    /// <summary>Where each part passes over the whole histories, fewer parts are better.</summary>
    public static int OfPasses(int part) => Most;

    /// <summary>Rows of a part, numbered from 0, of a spine whose length is not known: the first is answered early, and may be all.</summary>
    public static int OfProbes(int part) => part == 0 ? Undivided : Most;

    /// <summary>Rows of a part that is answered with typed rows: enough that a round trip costs nothing beside it, and few enough to be held.</summary>
    public static int OfTyped(int part) => 20_000;

    /// <summary>The parts of a spine whose length is known: an even number of about equal ones, so that no connection waits for another's.</summary>
    public static List<RowRange> Cut(long rows)
    {
        var count = rows <= Undivided ? Math.Min(rows, 1) : 2 * ((rows + (2L * Most) - 1) / (2L * Most));
        var parts = new List<RowRange>();
        for (var i = 0L; i < count; i++)
            parts.Add(new RowRange(rows * i / count, rows * (i + 1) / count));
        return parts;
    }
}
