namespace Ematix.Parquet;

/// <summary>How the pages of a Parquet file are compressed.</summary>
public enum ParquetCompression
{
    /// <summary>Zstandard: small files, fast to read.</summary>
    Zstd,

    /// <summary>Snappy: what the oldest readers know.</summary>
    Snappy,

    /// <summary>Not at all.</summary>
    None,
}
