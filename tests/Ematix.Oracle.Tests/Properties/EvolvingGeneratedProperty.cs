using CsCheck;

namespace Ematix.Oracle.Tests;

/// <summary>The same of random views, both definitions compiled as a user's project would be.</summary>
internal sealed class EvolvingGeneratedProperty() : Property("evolving generated views")
{
    private const int Stories = 2;

    public override async Task CheckAsync(Lane lane, uint number, Tally tally, CancellationToken cancellationToken)
    {
        var (before, after) = Case(EvolutionGen.All, number);
        using CompiledView old = CompiledView.Of(before), evolved = CompiledView.Of(after);
        tally.AddSchema();
        try
        {
            foreach (var story in Case(StoryGen.Evolving(after.Spec, await lane.ClockAsync()).Array[Stories], number))
                await EvolvingProperty.CheckAsync(lane, old.Driver, evolved.Driver, after.FormerNames, story, tally, cancellationToken);
        }
        catch (PropertyFailedException failed)
        {
            throw new PropertyFailedException($"{SchemaSource.Of(before)}\nthen\n{SchemaSource.Of(after)}\n{failed.Message}");
        }
    }
}
