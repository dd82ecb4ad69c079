namespace Ematix.Oracle.Tests;

/// <summary>The same of a random view, compiled as a user's project would be, with a key and columns of any type and name.</summary>
internal sealed class GeneratedTrainingProperty() : Property("training sets of generated views")
{
    public override async Task CheckAsync(Lane lane, uint number, Tally tally, CancellationToken cancellationToken)
    {
        var schema = Case(SchemaGen.All, number);
        using var view = CompiledView.Of(schema);
        tally.AddSchema();
        ViewDriver[] drivers = [view.Driver];
        try
        {
            await TrainingProperty.CheckAsync(lane, drivers, Case(TrainingProperty.Of(drivers, await lane.ClockAsync()), number), tally, cancellationToken);
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
