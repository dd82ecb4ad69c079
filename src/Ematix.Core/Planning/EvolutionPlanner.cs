using Ematix.Model;
using Ematix.Sql;

namespace Ematix.Planning;

/// <summary>Plans how a table becomes what its view says, whole or not at all.</summary>
internal static class EvolutionPlanner
{
    /// <summary>Plans from the differences of the table, and what of the registered definition can't be taken back.</summary>
    public static EvolutionPlan Plan(FeatureViewModel view, IReadOnlyList<SchemaDifference> differences, IEnumerable<string> refusals)
    {
        string[] Of(EvolutionKind kind) => [.. differences.Select(difference => difference.Evolution).OfType<Evolution>().Where(evolution => evolution.Kind == kind).Select(evolution => evolution.Sql)];
        var alter = $"ALTER TABLE {Identifier.Table(view)}";
        var actions = Of(EvolutionKind.Alter);
        return new(
            [.. differences.Where(difference => difference.Evolution is null).Select(difference => difference.Text), .. refusals],
            [
                .. Of(EvolutionKind.Rename).Select(rename => $"{alter} {rename}"),
                .. actions.Length == 0 ? (string[])[] : [$"{alter}\n    {SqlList.Lines(actions, 4)}"],
                .. Of(EvolutionKind.Index),
            ]);
    }
}

/// <summary>How a table becomes what its view says.</summary>
/// <param name="Refusals">What evolving can't do without losing something; then nothing is done.</param>
/// <param name="Statements">The statements, in order.</param>
internal sealed record EvolutionPlan(IReadOnlyList<string> Refusals, IReadOnlyList<string> Statements);
