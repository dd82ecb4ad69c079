using Apache.Arrow;
using Apache.Arrow.Types;
using Ematix.Model;

namespace Ematix.Runtime;

/// <summary>The Arrow side of the type map: fixed by the view alone, so that an empty result has the same schema as a full one.</summary>
public static class ArrowSchemas
{
    /// <summary>A field a column, in declaration order; a field is nullable as its column is.</summary>
    /// <param name="view">The view.</param>
    public static Schema ArrowSchema(this FeatureViewModel view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return new Schema(view.Columns.Select(column => FieldOf(column, column.Column, column.IsNullable)), metadata: null);
    }

    /// <summary>The field of a column where a result gives it another name, or where it may be NULL for other reasons than its own.</summary>
    internal static Field FieldOf(FeatureModel column, string name, bool isNullable) => new(name, TypeOf(column.Type), isNullable);

    /// <summary>The Arrow type of a column type.</summary>
    internal static IArrowType TypeOf(ColumnType type) =>
        type.IsArray ? new ListType(new Field("item", ElementOf(type), type.HasNullableElements)) : ElementOf(type);

    private static IArrowType ElementOf(ColumnType type) => type.Kind switch
    {
        ColumnKind.Boolean => BooleanType.Default,
        ColumnKind.Int16 => Int16Type.Default,
        ColumnKind.Int32 => Int32Type.Default,
        ColumnKind.Int64 => Int64Type.Default,
        ColumnKind.Single => FloatType.Default,
        ColumnKind.Double => DoubleType.Default,
        ColumnKind.Numeric => new Decimal128Type(type.Precision, type.Scale),
        ColumnKind.Text or ColumnKind.Enum or ColumnKind.Json => StringType.Default,
        ColumnKind.Instant => new TimestampType(TimeUnit.Microsecond, "UTC"),
        ColumnKind.Date => Date32Type.Default,
        ColumnKind.Time => new Time64Type(TimeUnit.Microsecond),
        ColumnKind.Interval => DurationType.Microsecond,
        ColumnKind.Uuid => new FixedSizeBinaryType(16),
        ColumnKind.Bytes => BinaryType.Default,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type.Kind, "A column kind without an Arrow type."),
    };
}
