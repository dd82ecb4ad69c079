namespace Ematix.Runtime;

/// <summary>Where a stream of rows is cut into record batches.</summary>
internal sealed record CopyToArrowOptions
{
    /// <summary>The greatest number of rows of a batch. The last batch has what is left.</summary>
    public int RowsPerBatch { get; init; } = 65_536;

    /// <summary>A batch ends with the row that reaches this many bytes, as the server sends them: wide rows make shorter batches, and offsets of 32 bits suffice.</summary>
    public int BytesPerBatch { get; init; } = 32 * 1024 * 1024;
}
