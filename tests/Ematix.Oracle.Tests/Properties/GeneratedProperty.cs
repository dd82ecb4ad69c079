using CsCheck;

namespace Ematix.Oracle.Tests;

/// <summary>Product and oracle agree on stories of random views, compiled as a user's project would be.</summary>
internal sealed class GeneratedProperty() : Property("stories of generated views")
{
    private const int Stories = 3;

    public override async Task CheckAsync(Lane lane, uint number, Tally tally, CancellationToken cancellationToken)
    {
        var schema = Case(SchemaGen.All, number);
        using var view = CompiledView.Of(schema);
        tally.AddSchema();
        try
        {
            foreach (var story in Case(StoryGen.Of(schema.Spec, await lane.ClockAsync()).Array[Stories], number))
                await StoryProperty.CheckAsync(lane, view.Driver, story, tally, cancellationToken);
        }
        catch (PropertyFailedException failed)
        {
            throw new PropertyFailedException($"{SchemaSource.Of(schema)}\n{failed.Message}");
        }
        finally
        {
            await lane.DropAsync(view.Driver);
        }
    }
}
