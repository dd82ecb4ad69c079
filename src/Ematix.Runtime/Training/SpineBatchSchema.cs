using Apache.Arrow;
using Ematix.Runtime;

namespace Ematix.Training;

/// <summary>The schema that all record batches of a spine have: keys and as-of of a later one are read in the units of this one.</summary>
/// <param name="given">The schema of the stream, or null where the first batch's is it.</param>
internal sealed class SpineBatchSchema(Schema? given)
{
    private Schema? _last;
    private int _batches;

    /// <summary>The schema without dictionaries, once it is known.</summary>
    public Schema? Schema { get; private set; } = given is null ? null : ArrowPlain.Of(given);

    /// <summary>Judges the schema of the next batch.</summary>
    /// <exception cref="SpineSchemaException">It is another, or has a column that can't be carried.</exception>
    public void Judge(Schema batch)
    {
        _batches++;
        if (ReferenceEquals(batch, _last))
            return;
        string[] refused = [.. batch.FieldsList.Where(field => !ArrowPlain.IsCopied(field.DataType))
            .Select(field => $"column \"{field.Name}\" is {ArrowTypeText.Of(field.DataType)}, which can't be carried beside features: cast it, or leave it out")];
        if (refused.Length > 0)
            throw new SpineSchemaException(refused);
        var plain = ArrowPlain.Of(batch);
        Schema ??= plain;
        if (SchemaDifferences.Of(Schema, plain).ToArray() is { Length: > 0 } differences)
            throw new SpineSchemaException(_batches, given is null ? "the first" : "its stream", differences);
        _last = batch;
    }
}
