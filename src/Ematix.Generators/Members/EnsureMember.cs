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
            Parameters = [Parameters.Store, Parameters.Cancellation("Cancels the call; then nothing was created.")],
            Throws =
            [
                ("Ematix.SchemaDriftException", "The live table differs from the view. Nothing was changed."),
                ("Ematix.DefinitionChangedException", "The name and version are registered with another definition. Nothing was changed."),
            ],
            Call = $"EnsureAsync<{view.FullName}>(store, cancellationToken)",
        };
    }
}
