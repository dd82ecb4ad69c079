namespace Ematix.Parquet;

/// <summary>How a Parquet file is written.</summary>
public sealed record ParquetOptions
{
    /// <summary>The compression; <see cref="ParquetCompression.Zstd"/> by default.</summary>
    public ParquetCompression Compression { get; init; }

    /// <summary>The greatest number of rows of a row group, 131,072 by default, at least 1. A row group is held in memory, encoded, until it is full.</summary>
    public int RowGroupRows { get; init; } = 131_072;
}
