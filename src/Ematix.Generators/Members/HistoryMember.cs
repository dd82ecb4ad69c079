using Ematix.Generators.Emission;
using Ematix.Model;

namespace Ematix.Generators.Members;

/// <summary>The method that lists an entity's versions.</summary>
internal static class HistoryMember
{
    public static IEnumerable<GeneratedMethod> Of(GeneratedView view)
    {
        yield return new()
        {
            Name = GeneratedMembers.HistoryAsync,
            Returns = TaskTypes.Stream(view.FullName),
            Summary = "All versions of one entity, oldest first, streamed.",
            Parameters =
            [
                Parameters.Store,
                .. view.Keys.Select(Parameters.Key),
                new("bool", "includeReplaced", "Whether versions that another row with the same start replaced are wanted too.", "false"),
                Parameters.CancelsRead,
            ],
            Result = "The versions, each with the time it was valid, from its start (inclusive) to its end (exclusive), in UTC.",
            Throws = [.. LookupErrors.Key(view)],
            Call = LookupCall.One(view, GeneratedMembers.HistoryAsync, "includeReplaced"),
        };
    }
}
