namespace Ematix.Oracle;

/// <summary>A load is done (<see cref="Counts"/>), or refused for any of <see cref="Refusals"/>, with nothing changed.</summary>
/// <param name="Counts">What it did, or null.</param>
/// <param name="Refusals">Every reason against it; none where it is done.</param>
public sealed record LoadOutcome(LoadCounts? Counts, IReadOnlyList<Refusal> Refusals)
{
    public LoadOutcome(LoadCounts counts)
        : this(counts, [])
    {
    }

    public LoadOutcome(IReadOnlyList<Refusal> refusals)
        : this(null, refusals)
    {
    }

    public bool IsRefused => Counts is null;
}
