using Ematix.Generators.Emission;
using Ematix.Model;

namespace Ematix.Generators.Members;

/// <summary>The methods that answer what is current: for one key and for many.</summary>
internal static class OnlineMember
{
    private const string Name = GeneratedMembers.OnlineFeaturesAsync;

    public static IEnumerable<GeneratedMethod> Of(GeneratedView view)
    {
        // Only versions have a start, and so an age that a time to live can limit.
        var ages = view.View.Mode == SyncMode.Scd2;
        Parameter[] ttl = ages ? [Parameters.Ttl(view)] : [];
        (string Type, string Reason)[] ttlErrors = ages ? [LookupErrors.Ttl(view)] : [];
        var none = ages ? "null where there is none, or none alive" : "null where there is none";
        return
        [
            new()
            {
                Name = Name,
                Returns = TaskTypes.One(view.FullName),
                Summary = "The current features of one entity" + (ages ? ", if they are alive at the database's clock." : "."),
                Parameters = [Parameters.Store, .. view.Keys.Select(Parameters.Key), .. ttl, Parameters.CancelsRead],
                Result = $"The row, with instants in UTC; {none}.",
                Throws = [.. ttlErrors, .. LookupErrors.Key(view)],
                Call = LookupCall.One(view, Name, ages ? "ttl" : "null"),
            },
            new()
            {
                Name = Name,
                Returns = TaskTypes.Many(view.FullName),
                Summary = $"The current features of many entities, {(ages ? "where they are alive at the database's clock, " : "")}in one round trip.",
                Parameters = [Parameters.Store, Parameters.Keys(view), .. ttl, Parameters.CancelsRead],
                Result = $"One row a key, in the order of the keys, with instants in UTC; {none}.",
                Throws = [.. ttlErrors],
                Call = LookupCall.Many(view, Name, ages ? "ttl" : "null"),
            },
        ];
    }
}
