using Apache.Arrow;

namespace Ematix.Runtime;

/// <summary>What makes the schema of a record batch another than that of its stream: columns, and all of their types that tells what values mean.</summary>
internal static class SchemaDifferences
{
    /// <summary>Each difference, as the rest of a sentence; none where batches of both can be read in the same way.</summary>
    public static IEnumerable<string> Of(Schema expected, Schema batch) => expected.FieldsList.Count != batch.FieldsList.Count
        ? [$"it has {batch.FieldsList.Count} columns, not {expected.FieldsList.Count}"]
        : expected.FieldsList.Zip(batch.FieldsList).Index().Select(pair => Difference(pair.Index, pair.Item.First, pair.Item.Second)).OfType<string>();

    private static string? Difference(int column, Field expected, Field batch)
    {
        if (expected.Name != batch.Name)
            return $"column {column + 1} is \"{batch.Name}\", not \"{expected.Name}\"";
        var (wanted, found) = (ArrowTypeText.Of(expected.DataType), ArrowTypeText.Of(batch.DataType));
        return wanted == found ? null : $"column \"{batch.Name}\" is {found}, not {wanted}";
    }
}
