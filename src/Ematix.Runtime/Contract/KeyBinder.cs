using System.ComponentModel;
using Npgsql;
using NpgsqlTypes;

namespace Ematix.Runtime;

/// <summary>Binds entity keys as parameters, one a key column, in order. For generated code: two methods a kind that can be a key.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct KeyBinder
{
    private readonly NpgsqlParameterCollection _parameters;

    internal KeyBinder(NpgsqlParameterCollection parameters) => _parameters = parameters;

#pragma warning disable CS1591 // Two lines a kind; the type map says what each binds.
    public void Boolean(bool value) => Add(value, NpgsqlDbType.Boolean);

    public void Int16(short value) => Add(value, NpgsqlDbType.Smallint);

    public void Int32(int value) => Add(value, NpgsqlDbType.Integer);

    public void Int64(long value) => Add(value, NpgsqlDbType.Bigint);

    public void Numeric(decimal value) => Add(value, NpgsqlDbType.Numeric);

    public void Text(string value) =>
        Add(Storable(value ?? throw new ArgumentNullException(nameof(value), "A part of the entity key is null; no version has such a key.")), NpgsqlDbType.Text);

    public void Instant(DateTimeOffset value) => Add(PgInstant.Floor(value), NpgsqlDbType.TimestampTz);

    public void Date(DateOnly value) => Add(PgDate.Of(value), NpgsqlDbType.Date);

    public void Time(TimeOnly value) => Add(value, NpgsqlDbType.Time);

    public void Uuid(Guid value) => Add(value, NpgsqlDbType.Uuid);

    public void Booleans<TKey>(IReadOnlyList<TKey> keys, Func<TKey, bool> column) => AddAll(keys, column, NpgsqlDbType.Boolean);

    public void Int16s<TKey>(IReadOnlyList<TKey> keys, Func<TKey, short> column) => AddAll(keys, column, NpgsqlDbType.Smallint);

    public void Int32s<TKey>(IReadOnlyList<TKey> keys, Func<TKey, int> column) => AddAll(keys, column, NpgsqlDbType.Integer);

    public void Int64s<TKey>(IReadOnlyList<TKey> keys, Func<TKey, long> column) => AddAll(keys, column, NpgsqlDbType.Bigint);

    public void Numerics<TKey>(IReadOnlyList<TKey> keys, Func<TKey, decimal> column) => AddAll(keys, column, NpgsqlDbType.Numeric);

    public void Texts<TKey>(IReadOnlyList<TKey> keys, Func<TKey, string?> column) => AddAll(keys, key => Storable(column(key)), NpgsqlDbType.Text);

    public void Instants<TKey>(IReadOnlyList<TKey> keys, Func<TKey, DateTimeOffset> column) =>
        AddAll(keys, key => PgInstant.Floor(column(key)), NpgsqlDbType.TimestampTz);

    public void Dates<TKey>(IReadOnlyList<TKey> keys, Func<TKey, DateOnly> column) => AddAll(keys, key => PgDate.Of(column(key)), NpgsqlDbType.Date);

    public void Times<TKey>(IReadOnlyList<TKey> keys, Func<TKey, TimeOnly> column) => AddAll(keys, column, NpgsqlDbType.Time);

    public void Uuids<TKey>(IReadOnlyList<TKey> keys, Func<TKey, Guid> column) => AddAll(keys, column, NpgsqlDbType.Uuid);
#pragma warning restore CS1591

    internal void Add<T>(T value, NpgsqlDbType type) =>
        _parameters.Add(new NpgsqlParameter<T> { TypedValue = value, NpgsqlDbType = type });

    private static T Storable<T>(T text) =>
        text is string value && PgText.Fault(value) is { } fault ? throw new ArgumentException($"A part of the entity key {fault}; no version has such a key.", nameof(text)) : text;

    private void AddAll<TKey, T>(IReadOnlyList<TKey> keys, Func<TKey, T> column, NpgsqlDbType type)
    {
        var values = new T[keys.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = column(keys[i]);
        Add(values, NpgsqlDbType.Array | type);
    }
}
