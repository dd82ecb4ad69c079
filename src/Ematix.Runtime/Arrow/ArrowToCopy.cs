using Apache.Arrow;

namespace Ematix.Runtime;

/// <summary>
/// Writes record batches as binary COPY into a stream: one row a row, the target's columns in their order, values as Arrow holds them (slices, dictionaries and
/// all). The stream stays the caller's, who completes or cancels the COPY. Memory is one batch, the caller's, and a buffer.
/// </summary>
/// <param name="copy">What <c>COPY … FROM STDIN (FORMAT binary)</c> takes.</param>
/// <param name="columns">The target's columns, in the order of the statement.</param>
/// <param name="refuse">Makes the error of a value that the database can't hold.</param>
internal sealed class ArrowToCopy(Stream copy, IReadOnlyList<ArrowToCopyColumn> columns, Func<ArrowFault, Exception> refuse)
{
    private const int FlushAt = 64 * 1024;

    private readonly CopyBuffer _buffer = new();
    private ColumnEncoder[] _encoders = [];
    private Schema? _schema;

    /// <summary>The number of rows written.</summary>
    public long Rows { get; private set; }

    /// <summary>Writes the rows of a batch; it can be disposed when this returns. All batches have the schema of the first.</summary>
    /// <exception cref="ArgumentException">A column of the batch can't feed its target (see <see cref="ArrowColumns.Judge"/>), or is another than the first batch's.</exception>
    public async ValueTask WriteAsync(RecordBatch batch, CancellationToken cancellationToken)
    {
        if (!ReferenceEquals(batch.Schema, _schema))
            Adopt(batch.Schema);
        for (var i = 0; i < _encoders.Length; i++)
            _encoders[i].Bind(ArrowColumns.StorageOf(batch.Column(columns[i].Source)));
        for (var row = 0; row < batch.Length;)
        {
            row = Encode(row, batch.Length);
            if (_buffer.Length >= FlushAt)
                await FlushAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Writes the trailer and what waits. The COPY itself is completed by whoever began it.</summary>
    public async ValueTask CompleteAsync(CancellationToken cancellationToken)
    {
        if (_schema is null)
            Begin();
        _buffer.Int16(CopyFormat.Trailer);
        await FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    private int Encode(int row, int end)
    {
        for (; row < end && _buffer.Length < FlushAt; row++)
        {
            _buffer.Int16((short)_encoders.Length);
            for (var i = 0; i < _encoders.Length; i++)
            {
                if (_encoders[i].Write(row, _buffer) is { } fault)
                    throw refuse(new ArrowFault(columns[i].Name, Rows + 1, fault));
            }

            Rows++;
        }

        return row;
    }

    private async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        await copy.WriteAsync(_buffer.Written, cancellationToken).ConfigureAwait(false);
        _buffer.Clear();
    }

    private void Adopt(Schema schema)
    {
        var encoders = new ColumnEncoder[columns.Count];
        for (var i = 0; i < encoders.Length; i++)
        {
            var (column, given) = (columns[i], schema.FieldsList[columns[i].Source]);
            if (_schema?.FieldsList[column.Source].Name is { } first && first != given.Name)
                throw new ArgumentException($"Column {column.Source + 1} of a later batch is \"{given.Name}\", where the first batch has \"{first}\". Give all batches one schema.");
            if (ArrowColumns.Judge(given.DataType, column.Type) is { } problem)
                throw new ArgumentException($"Column \"{given.Name}\" {problem}");
            encoders[i] = ColumnEncoders.Of(given.DataType, column.Type);
        }

        if (_schema is null)
            Begin();
        (_schema, _encoders) = (schema, encoders);
    }

    private void Begin()
    {
        _buffer.Bytes(CopyFormat.Signature);
        _buffer.Int32(0);
        _buffer.Int32(0);
    }
}

/// <summary>A column that record batches are written to.</summary>
/// <param name="Name">The target's name.</param>
/// <param name="Type">The target's type.</param>
/// <param name="Source">The column of the batches that feeds it, from 0.</param>
internal sealed record ArrowToCopyColumn(string Name, Model.ColumnType Type, int Source);

/// <summary>A value that the database can't hold.</summary>
/// <param name="Column">The target's column.</param>
/// <param name="Row">The row, counted from 1 over all batches.</param>
/// <param name="Fault">What is wrong with it, such as <c>holds U+0000, which Postgres can't store in text</c>.</param>
internal sealed record ArrowFault(string Column, long Row, string Fault);
