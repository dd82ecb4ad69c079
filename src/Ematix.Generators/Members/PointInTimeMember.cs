using Ematix.Generators.Emission;
using Ematix.Model;

namespace Ematix.Generators.Members;

/// <summary>The methods that answer what was known at an instant: for one key, for many, for many at an instant each.</summary>
internal static class PointInTimeMember
{
    private const string Name = GeneratedMembers.PointInTimeAsync;

    private const string Answers =
        "One row a key, in the order of the keys, with instants in UTC; null where no version was alive then.";

    public static IEnumerable<GeneratedMethod> Of(GeneratedView view) =>
    [
        new()
        {
            Name = Name,
            Returns = TaskTypes.One(view.FullName),
            Summary = "The features of one entity as they were at an instant, with nothing of what came later.",
            Parameters = [Parameters.Store, .. view.Keys.Select(Parameters.Key), Parameters.AsOf, Parameters.Ttl(view), Parameters.CancelsRead],
            Result = "The row, with instants in UTC; null where no version was alive then.",
            Throws = [LookupErrors.Ttl(view), .. LookupErrors.Key(view)],
            Call = LookupCall.One(view, Name, "asOf, ttl"),
        },
        new()
        {
            Name = Name,
            Returns = TaskTypes.Many(view.FullName),
            Summary = "The features of many entities as they were at one instant, in one round trip.",
            Parameters = [Parameters.Store, Parameters.Keys(view), Parameters.AsOf, Parameters.Ttl(view), Parameters.CancelsRead],
            Result = Answers,
            Throws = [LookupErrors.Ttl(view)],
            Call = LookupCall.Many(view, Name, "asOf, ttl"),
        },
        new()
        {
            Name = Name,
            Returns = TaskTypes.Many(view.FullName),
            Summary = "The features of many entities, each as they were at an instant of its own, in one round trip.",
            Parameters = [Parameters.Store, Parameters.Keys(view), Parameters.AsOfs, Parameters.Ttl(view), Parameters.CancelsRead],
            Result = Answers,
            Throws = [("System.ArgumentException", "There are not as many instants as keys."), LookupErrors.Ttl(view)],
            Call = LookupCall.Many(view, Name, "asOfs, ttl"),
        },
    ];
}
