namespace Ematix.Tests.Arrow;

/// <summary>Bytes that arrive in pieces of given sizes, over and over, as a network may cut them; then the end, or what <paramref name="then"/> does.</summary>
internal sealed class PiecesStream(ReadOnlyMemory<byte> bytes, IReadOnlyList<int> sizes, Func<CancellationToken, Task>? then = null) : Stream
{
    private ReadOnlyMemory<byte> _left = bytes;
    private int _reads;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var piece = Math.Min(Math.Min(sizes[_reads++ % sizes.Count], buffer.Length), _left.Length);
        if (piece == 0 && then is not null)
            await then(cancellationToken);
        else if (_reads % 3 == 0)
            await Task.Yield();
        _left[..piece].CopyTo(buffer);
        _left = _left[piece..];
        return piece;
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
