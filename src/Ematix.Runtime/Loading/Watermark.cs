namespace Ematix;

/// <summary>How far a source has been read.</summary>
/// <param name="Column">The column that grows (<see cref="SyncOptions{TView}.IncrementalColumn"/>).</param>
/// <param name="Value">
/// The greatest value read so far: <see cref="DateTimeOffset"/> (UTC) of a timestamptz, <see cref="DateTime"/> without a zone of a timestamp,
/// <see cref="DateOnly"/>, <see cref="long"/> of every integer, <see cref="string"/> or <see cref="Guid"/>.
/// </param>
public sealed record Watermark(string Column, object Value);
