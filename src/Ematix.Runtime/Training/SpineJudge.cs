using Ematix.Model;
using Ematix.Planning;
using Ematix.Planning.Training;

namespace Ematix.Training;

/// <summary>Judges the columns of a spine.</summary>
internal static class SpineJudge
{
    /// <exception cref="SpineSchemaException">They don't fit.</exception>
    public static void Check(TrainingSetModel set, string asOf, IReadOnlyList<SourceColumn> spine, SpineRemedies remedies, Func<FeatureModel, bool>? passes = null)
    {
        if (SpineColumns.Compare(set, asOf, spine, remedies, passes) is { Count: > 0 } differences)
            throw new SpineSchemaException(differences, SpineColumns.IsIncomplete(set, asOf, spine) ? [.. spine.Select(column => column.Name)] : []);
    }
}
