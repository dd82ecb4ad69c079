using System.ComponentModel;
using System.Text.Json;
using Ematix.Model;
using Npgsql;
using NpgsqlTypes;

namespace Ematix.Runtime;

/// <summary>Writes the columns of rows, in order, as binary COPY. For generated code: one method a kind of column; null writes NULL.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class RowWriter
{
    private readonly NpgsqlBinaryImporter _importer;
    private readonly FeatureViewModel _view;
    private readonly bool[] _isStaged;
    private readonly CancellationToken _cancellationToken;
    private int _column;

    /// <param name="importer">Takes the rows.</param>
    /// <param name="view">The view, all of whose columns generated code writes.</param>
    /// <param name="source">The view with the columns that are staged: the others are left out, whatever they hold.</param>
    /// <param name="cancellationToken">Cancels the load.</param>
    internal RowWriter(NpgsqlBinaryImporter importer, FeatureViewModel view, FeatureViewModel source, CancellationToken cancellationToken)
    {
        (_importer, _view, _cancellationToken) = (importer, view, cancellationToken);
        _isStaged = [.. view.Columns.Select(column => source.Columns.Any(staged => staged.Column == column.Column))];
    }

    /// <summary>The number of rows begun.</summary>
    internal long Row { get; private set; }

#pragma warning disable CS1591 // One line a kind; the type map says what each writes.
    public Task Boolean(bool? value) => Write(value, NpgsqlDbType.Boolean);

    public Task Int16(short? value) => Write(value, NpgsqlDbType.Smallint);

    public Task Int32(int? value) => Write(value, NpgsqlDbType.Integer);

    public Task Int64(long? value) => Write(value, NpgsqlDbType.Bigint);

    public Task Single(float? value) => Write(value, NpgsqlDbType.Real);

    public Task Double(double? value) => Write(value, NpgsqlDbType.Double);

    public Task Numeric(decimal? value) => Write(value, NpgsqlDbType.Numeric);

    public Task Text(string? value) => Write(Storable(value), NpgsqlDbType.Text);

    public Task Instant(DateTimeOffset? value) => Write(value is { } instant ? PgInstant.Floor(instant) : default(long?), NpgsqlDbType.TimestampTz);

    public Task Date(DateOnly? value) => Write(value is { } date ? PgDate.Of(date) : default(int?), NpgsqlDbType.Date);

    public Task Time(TimeOnly? value) => Write(value, NpgsqlDbType.Time);

    public Task Interval(TimeSpan? value) => Write(value is { } duration ? PgInterval.Of(duration) : default(NpgsqlInterval?), NpgsqlDbType.Interval);

    public Task Uuid(Guid? value) => Write(value, NpgsqlDbType.Uuid);

    public Task Bytes(byte[]? value) => Write(value, NpgsqlDbType.Bytea);

    public Task Json(JsonElement? value) => JsonText(_isStaged[_column] ? value?.GetRawText() : null);

    public Task JsonText(string? value) => Write(Storable(value), NpgsqlDbType.Jsonb);

    public Task Enum<T>(T? value, Func<T, string> write)
        where T : struct, Enum => Text(_isStaged[_column] && value is { } member ? write(member) : null);
#pragma warning restore CS1591

    internal Task StartRowAsync()
    {
        Row++;
        _column = 0;
        return _importer.StartRowAsync(_cancellationToken);
    }

    private Task Write<T>(T? value, NpgsqlDbType type)
        where T : struct
    {
        if (!_isStaged[_column++])
            return Task.CompletedTask;
        return value is { } present ? _importer.WriteAsync(present, type, _cancellationToken) : _importer.WriteNullAsync(_cancellationToken);
    }

    private Task Write<T>(T? value, NpgsqlDbType type)
        where T : class
    {
        if (!_isStaged[_column++])
            return Task.CompletedTask;
        return value is { } present ? _importer.WriteAsync(present, type, _cancellationToken) : _importer.WriteNullAsync(_cancellationToken);
    }

    private string? Storable(string? text)
    {
        if (text is null || !_isStaged[_column] || PgText.Fault(text) is not { } fault)
            return text;
        throw UnstorableValueException.InSource(_view, _view.Columns[_column].Column, Row, fault);
    }
}
