namespace Ematix;

/// <summary>A load would delete more keys than it may: the source was empty, or lacks too many of them. Most often the source is partial or broken.</summary>
public sealed class DeleteGuardException : LoadRefusedException
{
    internal DeleteGuardException(string message, string target, long rowCount, long keyCount, IReadOnlyList<string> sampleKeys)
        : base(message, target, rowCount, sampleKeys) => KeyCount = keyCount;

    /// <summary>How many keys there are that could be deleted.</summary>
    public long KeyCount { get; }
}
