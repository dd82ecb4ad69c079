using Apache.Arrow;
using Apache.Arrow.Types;
using Ematix.Model;

namespace Ematix.Runtime;

/// <summary>The decoder of each row of the type map.</summary>
internal static class ColumnDecoders
{
    /// <exception cref="ArgumentException">The field's type is not the one that the type map gives the column.</exception>
    public static ColumnDecoder Of(Field field, ColumnType type)
    {
        if (field.DataType.TypeId != ArrowSchemas.TypeOf(type).TypeId)
            throw new ArgumentException($"Field \"{field.Name}\" is {field.DataType.Name}, where a column of kind {type.Kind} is {ArrowSchemas.TypeOf(type).Name}.", nameof(field));
        return field.DataType is ListType list ? new ListDecoder(field, ElementOf(list.ValueField, type)) : ElementOf(field, type);
    }

    private static ColumnDecoder ElementOf(Field field, ColumnType type) => type.Kind switch
    {
        ColumnKind.Boolean => new BooleanDecoder(field),
        ColumnKind.Int16 => new FixedDecoder<short, Word16Format>(field, default),
        ColumnKind.Int32 or ColumnKind.Single => new FixedDecoder<int, Word32Format>(field, default),
        ColumnKind.Int64 or ColumnKind.Double => new FixedDecoder<long, Word64Format>(field, default),
        ColumnKind.Numeric => Numeric(field, (Decimal128Type)field.DataType),
        ColumnKind.Text or ColumnKind.Enum or ColumnKind.Bytes => new BytesDecoder(field, isJson: false),
        ColumnKind.Json => new BytesDecoder(field, isJson: true),
        ColumnKind.Instant => new FixedDecoder<long, InstantFormat>(field, default),
        ColumnKind.Date => new FixedDecoder<int, DateFormat>(field, default),
        ColumnKind.Time => new FixedDecoder<long, TimeFormat>(field, default),
        ColumnKind.Interval => new FixedDecoder<long, IntervalFormat>(field, default),
        ColumnKind.Uuid => new FixedDecoder<UInt128, UuidFormat>(field, default),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type.Kind, "A column kind without a decoder."),
    };

    private static FixedDecoder<Int128, NumericFormat> Numeric(Field field, Decimal128Type type) => new(field, new NumericFormat(type.Precision, type.Scale));
}
