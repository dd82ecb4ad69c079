namespace Ematix.Runtime;

/// <summary>
/// One binary COPY stream made of several, each in order of the first column of its rows (<see cref="NumberedCopy"/>): rows come in that order, without it. Memory is what
/// the longest row of each takes.
/// </summary>
internal sealed class MergedCopy : Stream
{
    private static readonly byte[] Header = [.. CopyFormat.Signature, .. new byte[CopyFormat.HeaderLength - CopyFormat.Signature.Length]];
    private static readonly byte[] Trailer = [0xff, 0xff];

    private readonly NumberedCopy[] _copies;
    private ReadOnlyMemory<byte> _pending = Header;
    private NumberedCopy? _first;
    private bool _isBegun;
    private bool _hasEnded;

    /// <param name="copies">The streams; they stay the caller's.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public MergedCopy(IEnumerable<Stream> copies, CancellationToken cancellationToken) => _copies = [.. copies.Select(copy => new NumberedCopy(copy, cancellationToken))];

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Fills the buffer, or reads to the end.</summary>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var written = 0;
        while (written < buffer.Length && (_pending.Length > 0 || await MoveNextAsync().ConfigureAwait(false)))
        {
            var length = Math.Min(_pending.Length, buffer.Length - written);
            _pending[..length].CopyTo(buffer[written..]);
            _pending = _pending[length..];
            written += length;
        }

        return written;
    }

    /// <summary>Ends the streams on the server, where they are read to their end or not.</summary>
    public override async ValueTask DisposeAsync()
    {
        foreach (var copy in _copies)
            await copy.DisposeAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    /// <summary>Puts the next row, or the trailer, where it is read from; false after the trailer.</summary>
    private async ValueTask<bool> MoveNextAsync()
    {
        if (_hasEnded)
            return false;
        foreach (var copy in _isBegun ? [] : _copies)
            await copy.MoveNextAsync().ConfigureAwait(false);
        _isBegun = true;
        if (_first is not null)
            await _first.MoveNextAsync().ConfigureAwait(false);
        _first = First();
        _hasEnded = _first is null;
        _pending = _first?.Row ?? Trailer;
        return true;
    }

    private NumberedCopy? First()
    {
        NumberedCopy? first = null;
        foreach (var copy in _copies)
        {
            if (!copy.HasEnded && (first is null || copy.Number < first.Number))
                first = copy;
        }

        return first;
    }
}
