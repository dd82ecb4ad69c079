namespace Ematix;

/// <summary>
/// The connection was lost while COMMIT was under way: the load may or may not have happened. Running the same load again is safe for
/// idempotent modes (Scd2); nothing is retried blindly.
/// </summary>
public sealed class UnknownOutcomeException : EmatixException
{
    internal UnknownOutcomeException(string target, Guid batchId, Exception innerException)
        : base($"The connection was lost while the load of {target} was being committed: whether it happened is not known. Rows of this load carry _batch_id = {batchId}; look it up before you load again.", innerException) =>
        (Target, BatchId) = (target, batchId);

    /// <summary>The table, quoted and qualified.</summary>
    public string Target { get; }

    /// <summary>The load's name, in every row that it wrote.</summary>
    public Guid BatchId { get; }
}
