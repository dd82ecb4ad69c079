namespace Ematix;

/// <summary>A history holds versions of one key that overlap, so that a spine row had more than one answer. The product's own loads can't write such a history.</summary>
public sealed class HistoryOverlapException : EmatixException
{
    internal HistoryOverlapException(long rows, long expected)
        : base($"A historical read gave {rows} rows for {expected} spine rows: the history of a view holds versions of one key that overlap. Rows that were read already are not to be used. Audit the history (flow features verify) and correct it.")
    {
    }
}
