using Ematix.Generators.Emission;
using Ematix.Generators.Members;
using Ematix.Model;

namespace Ematix.Generators.Rows;

/// <summary>The SQL of the view's reads, taken from the constants that users see.</summary>
internal static class PlansEmitter
{
    private static readonly string[] Plans =
    [
        nameof(FeatureViewPlans.PointInTime),
        nameof(FeatureViewPlans.PointInTimeMany),
        nameof(FeatureViewPlans.Online),
        nameof(FeatureViewPlans.OnlineMany),
        nameof(FeatureViewPlans.History),
    ];

    public static void Write(CodeWriter code, GeneratedView view)
    {
        code.Member().Open($$"""
            static global::Ematix.Model.FeatureViewPlans global::Ematix.IFeatureView<{{view.FullName}}>.Plans { get; } = new()
            """);
        var constants = view.HasMember(GeneratedMembers.Sql) ? SqlEmitter.Constants(view).Select(sql => sql.Name).ToArray() : [];
        foreach (var plan in Plans.Intersect(constants))
            code.Lines($"{plan} = {GeneratedMembers.Sql}.{plan},");
        code.Close(";");
    }
}
