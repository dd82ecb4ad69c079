namespace Ematix;

/// <summary>
/// The connection was lost while COMMIT was under way, and the run could not be looked up: the load may or may not have happened. Running the same load again is safe for
/// idempotent modes (Scd2); nothing is retried blindly.
/// </summary>
public sealed class UnknownOutcomeException : EmatixException
{
    internal UnknownOutcomeException(string target, Guid batchId, Exception innerException)
        : base($"The connection was lost while the load of {target} was being committed: whether it happened is not known. Look run_id {batchId} up in ematix_flow.run_history before you load again: status succeeded means that it is committed.", innerException) =>
        (Target, BatchId) = (target, batchId);

    /// <summary>The table, quoted and qualified.</summary>
    public string Target { get; }

    /// <summary>The load's name, in every row that it wrote.</summary>
    public Guid BatchId { get; }
}
