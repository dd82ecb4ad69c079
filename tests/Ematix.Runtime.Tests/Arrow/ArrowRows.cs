using System.Reflection;
using System.Text.Json;
using Apache.Arrow;
using Apache.Arrow.Arrays;
using Apache.Arrow.Types;
using Ematix.Tests.Types;

namespace Ematix.Tests.Arrow;

/// <summary>Rows of record batches as the texts that <see cref="Rendering"/> makes of rows of the view, read with Apache.Arrow's own getters.</summary>
internal static class ArrowRows
{
    public static IEnumerable<string[]> Of<TView>(RecordBatch batch)
    {
        PropertyInfo[] properties = [.. typeof(TView).GetProperties().Where(property => property.CanWrite)];
        return Enumerable.Range(0, batch.Length).Select(row => properties
            .Select((property, i) => $"{property.Name} = {Rendering.Value(Typed(Value(batch.Column(i), row), property.PropertyType), property.Name)}")
            .ToArray());
    }

    public static object? Value(IArrowArray array, int row) => array.IsNull(row) ? null : array switch
    {
        BooleanArray booleans => booleans.GetValue(row),
        Int16Array numbers => numbers.GetValue(row),
        Int32Array numbers => numbers.GetValue(row),
        Int64Array numbers => numbers.GetValue(row),
        FloatArray numbers => numbers.GetValue(row),
        DoubleArray numbers => numbers.GetValue(row),
        Decimal128Array numbers => numbers.GetValue(row),
        StringArray texts => texts.GetString(row),
        TimestampArray instants => Instant(instants, row),
        Date32Array dates => dates.GetDateOnly(row),
        Time64Array times => new TimeOnly(times.GetValue(row)!.Value * TimeSpan.TicksPerMicrosecond),
        DurationArray durations => durations.GetTimeSpan(row),
        FixedSizeBinaryArray bytes => new Guid(bytes.GetBytes(row), bigEndian: true),
        BinaryArray bytes => bytes.GetBytes(row).ToArray(),
        ListArray lists => Elements(lists.GetSlicedValues(row)),
        _ => throw new NotSupportedException(array.GetType().Name),
    };

    private static DateTimeOffset Instant(TimestampArray instants, int row)
    {
        Assert.Equal(("UTC", TimeUnit.Microsecond), (((TimestampType)instants.Data.DataType).Timezone, ((TimestampType)instants.Data.DataType).Unit));
        return instants.GetTimestamp(row)!.Value;
    }

    private static object?[] Elements(IArrowArray elements) => [.. Enumerable.Range(0, elements.Length).Select(i => Value(elements, i))];

    private static object? Typed(object? value, Type property)
    {
        var type = property.IsArray && property != typeof(byte[]) ? property.GetElementType()! : property;
        type = Nullable.GetUnderlyingType(type) ?? type;
        return value switch
        {
            object?[] items => System.Array.ConvertAll(items, item => Typed(item, type)),
            string text when type.IsEnum => Enum.Parse(type, text),
            string text when type == typeof(JsonElement) => JsonElement.Parse(text),
            _ => value,
        };
    }
}
