using Apache.Arrow;
using Apache.Arrow.Types;
using Ematix.Model;
using Ematix.Runtime;

namespace Ematix.Tests.Types;

/// <summary>The Arrow side of the type map.</summary>
public sealed class ArrowSchemaTests
{
    [Fact]
    public void Every_column_has_its_field_in_order_and_its_nullability()
    {
        var schema = Definition<EveryKey>().ArrowSchema();

        Assert.Equal(
            [
                "boolean: bool", "int16: int16", "int32: int32", "int64: int64", "numeric: decimal128(20,4)", "text: utf8", "varchar: utf8",
                "instant: timestamp[us, UTC]", "date: date32", "time: time64[us]", "uuid: fixed_size_binary(16)", "tier: utf8", "value: int32",
            ],
            schema.FieldsList.Select(Text));
    }

    [Fact]
    public void Every_kind_has_its_type_and_every_array_its_list()
    {
        var fields = Definition<EveryType>().ArrowSchema().FieldsList.ToDictionary(field => field.Name, Text);

        Assert.Equal("single: float?", fields["single"]);
        Assert.Equal("double: double?", fields["double"]);
        Assert.Equal("fraction: decimal128(28,28)?", fields["fraction"]);
        Assert.Equal("interval: duration[us]?", fields["interval"]);
        Assert.Equal("bytes: binary?", fields["bytes"]);
        Assert.Equal("json: utf8?", fields["json"]);
        Assert.Equal("json_text: utf8?", fields["json_text"]);
        Assert.Equal("booleans: list<bool>?", fields["booleans"]);
        Assert.Equal("numerics: list<decimal128(12,3)?>?", fields["numerics"]);
        Assert.Equal("instants: list<timestamp[us, UTC]?>?", fields["instants"]);
        Assert.Equal("blobs: list<binary?>?", fields["blobs"]);
        Assert.Equal(37, fields.Count);
    }

    private static string Text(Field field) => $"{field.Name}: {Text(field.DataType)}{(field.IsNullable ? "?" : "")}";

    private static string Text(IArrowType type) => type switch
    {
        Decimal128Type number => $"decimal128({number.Precision},{number.Scale})",
        TimestampType instant => $"timestamp[{Unit(instant.Unit)}, {instant.Timezone}]",
        Time64Type time => $"time64[{Unit(time.Unit)}]",
        DurationType duration => $"duration[{Unit(duration.Unit)}]",
        FixedSizeBinaryType binary => $"fixed_size_binary({binary.ByteWidth})",
        ListType list => $"list<{Text(list.ValueDataType)}{(list.ValueField.IsNullable ? "?" : "")}>",
        _ => type.Name,
    };

    private static string Unit(TimeUnit unit) => unit == TimeUnit.Microsecond ? "us" : unit.ToString();

    private static FeatureViewModel Definition<TView>()
        where TView : class, IFeatureView<TView> => TView.Definition;
}
