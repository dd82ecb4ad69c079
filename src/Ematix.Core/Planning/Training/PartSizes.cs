namespace Ematix.Planning.Training;

/// <summary>
/// How many rows the parts of a read have. A part is probed in the order of keys, and looks at most pages of the histories once: the longer it is, the closer together
/// its probes lie, and the less often a page is brought in. What limits it: the server sorts a part's answer by row, and what a client's part has beside its keys is kept there.
/// </summary>
internal sealed record PartSizes
{
    /// <summary>What reads take.</summary>
    public static PartSizes Default { get; } = new();

    /// <summary>The rows of the first part of a spine whose length is not known: it is answered early, and may be all.</summary>
    public int First { get; init; } = 150_000;

    /// <summary>The most rows of a part.</summary>
    public int Most { get; init; } = 1_000_000;

    /// <summary>So few rows are not worth a second connection.</summary>
    public int Unshared { get; init; } = 20_000;

    /// <summary>Rows of a part that is answered with typed rows: enough that a round trip costs nothing beside it, and few enough to be held.</summary>
    public int Typed { get; init; } = 20_000;

    /// <summary>Rows of a part of a spine whose length is not known. Where each part passes over the whole histories, fewer parts are better.</summary>
    /// <param name="part">The part's number, from 0.</param>
    /// <param name="isPassed">Whether it does.</param>
    public int Of(int part, bool isPassed) => part == 0 && !isPassed ? First : Most;

    /// <summary>As few parts of about one size as can be.</summary>
    /// <param name="length">The rows or pages of a spine.</param>
    /// <param name="most">The most that a part has.</param>
    public static List<RowRange> Cut(long length, long most)
    {
        var count = (length / most) + (length % most > 0 ? 1 : 0);
        var (each, longer) = count == 0 ? (0, 0) : (length / count, length % count);
        var parts = new List<RowRange>();
        for (var i = 0L; i < count; i++)
            parts.Add(new RowRange(parts.Count == 0 ? 0 : parts[parts.Count - 1].UpTo, ((i + 1) * each) + System.Math.Min(i + 1, longer)));
        return parts;
    }
}
