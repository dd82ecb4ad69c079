namespace Ematix.Oracle.Tests;

/// <summary>Loads of many keys, one after the other, and the keys that are asked for afterwards.</summary>
/// <param name="Keys">Source values of the key columns; some may never be loaded.</param>
/// <param name="Batches">The loads.</param>
/// <param name="ShortTtl">A time to live for reads, in microseconds; no longer than the view's.</param>
internal sealed record Story(IReadOnlyList<IReadOnlyList<object?>> Keys, IReadOnlyList<Batch> Batches, long ShortTtl)
{
    public int RowCount => Batches.Sum(batch => batch.Rows.Count);

    /// <summary>How many keys something happens to: each has a sequence of commands of its own.</summary>
    public int Sequences(ViewSpec spec) =>
        Batches.SelectMany(batch => batch.Rows).Select(row => spec.KeyOf(row)).Where(key => key.Parts.All(part => part is not null)).Distinct().Count();
}
