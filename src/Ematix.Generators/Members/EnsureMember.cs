using Ematix.Generators.Emission;
using Ematix.Model;

namespace Ematix.Generators.Members;

/// <summary>The method that creates the table.</summary>
internal static class EnsureMember
{
    public static IEnumerable<GeneratedMethod> Of(GeneratedView view)
    {
        yield return new()
        {
            Name = GeneratedMembers.EnsureAsync,
            Returns = TaskTypes.Nothing,
            Summary = $"Creates the table {XmlText.Code(Sql.Identifier.Table(view.View))} and the catalog entry where they are missing. Loads do it first by themselves.",
            Parameters =
            [
                Parameters.Store,
                new("global::Ematix.OnDrift", "onDrift", "What happens when the live table differs from the view: with <c>Evolve</c> it becomes what the view says, if nothing is lost.", "global::Ematix.OnDrift.Error"),
                Parameters.Cancellation("Cancels the call; then nothing was created or changed."),
            ],
            Throws =
            [
                ("Ematix.SchemaDriftException", "The live table differs from the view, in a way that does not pass. Nothing was changed."),
                ("Ematix.DefinitionChangedException", "The name and version are registered with another definition. Nothing was changed."),
            ],
            Call = $"EnsureAsync<{view.FullName}>(store, onDrift, cancellationToken)",
        };
    }
}
