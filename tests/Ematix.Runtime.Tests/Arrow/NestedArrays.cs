using Apache.Arrow;
using Apache.Arrow.Types;

namespace Ematix.Tests.Arrow;

/// <summary>Arrays of arrays: four rows, the third of which is NULL.</summary>
internal static class NestedArrays
{
    private static readonly bool[] ThirdIsNull = [true, true, false, true];

    private static readonly int[] Offsets = [0, 0, 3, 3, 4];

    public static IReadOnlyList<string> Types { get; } =
        ["decimal256", "struct", "map", "large_list", "fixed_size_list", "fixed_size_list of struct", "list of list", "list of dictionary", "list of uuid", "struct of everything", "dictionary of list", "dictionary of null"];

    public static IArrowArray Of(string type) => type switch
    {
        "decimal256" => new Decimal256Array.Builder(new Decimal256Type(50, 3)).Append(1).Append(-2.5m).AppendNull().Append(3.125m).Build(),
        "struct" => Struct(("n", OtherArrays.Of("int32")), ("text", OtherArrays.Of("utf8"))),
        "map" => Map(),
        "large_list" => List<long>(new LargeListType(Int32Type.Default), OtherArrays.Of("int32")),
        "fixed_size_list" => FixedSize(OtherArrays.Fixed<int>(Int32Type.Default, 1, 2, 3, 4, 5, null, 7, 8)),
        "fixed_size_list of struct" => FixedSize(Eight()),
        "list of list" => List(OtherArrays.Of("list")),
        "list of dictionary" => List(OtherArrays.Of("dictionary")),
        "list of uuid" => List(OtherArrays.Of("uuid")),
        "struct of everything" => Struct([.. OtherArrays.Types.Where(each => each != type).Select(each => (each, OtherArrays.Of(each)))]),
        "dictionary of list" => Dictionary(OtherArrays.Of("list"), 3, 1, null, 2),
        "dictionary of null" => Dictionary(new StringArray.Builder().Build(), null, null, null, null),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "No such array."),
    };

    private static DictionaryArray Dictionary(IArrowArray values, params sbyte?[] indices) =>
        new(new DictionaryType(Int8Type.Default, values.Data.DataType, false), OtherArrays.Fixed(Int8Type.Default, indices), values);

    private static StructArray Struct(params (string Name, IArrowArray Values)[] fields) => new(
        new StructType([.. fields.Select(field => new Field(field.Name, field.Values.Data.DataType, nullable: true))]), 4, fields.Select(field => field.Values), OtherArrays.Validity(ThirdIsNull), 1);

    /// <summary>Four lists of four elements: none of them, three, NULL, the last.</summary>
    private static IArrowArray List(IArrowArray elements) => List<int>(new ListType(elements.Data.DataType), elements);

    private static IArrowArray List<TOffset>(IArrowType type, IArrowArray elements)
        where TOffset : unmanaged, System.Numerics.INumber<TOffset>
    {
        var buffer = new ArrowBuffer.Builder<TOffset>().AppendRange(Offsets.Select(TOffset.CreateChecked)).Build();
        return ArrowArrayFactory.BuildArray(new ArrayData(type, 4, 1, 0, [OtherArrays.Validity(ThirdIsNull), buffer], [elements.Data]));
    }

    private static IArrowArray FixedSize(IArrowArray elements) =>
        ArrowArrayFactory.BuildArray(new ArrayData(new FixedSizeListType(elements.Data.DataType, 2), 4, 1, 0, [OtherArrays.Validity(ThirdIsNull)], [elements.Data]));

    private static StructArray Eight()
    {
        var numbers = OtherArrays.Fixed<int>(Int32Type.Default, 1, 2, 3, 4, 5, null, 7, 8);
        return new StructArray(new StructType([new Field("n", Int32Type.Default, nullable: true)]), 8, [numbers], ArrowBuffer.Empty);
    }

    private static MapArray Map()
    {
        var maps = new MapArray.Builder(new MapType(StringType.Default, Int32Type.Default));
        var (keys, values) = ((StringArray.Builder)maps.KeyBuilder, (Int32Array.Builder)maps.ValueBuilder);
        maps.Append();
        keys.Append("a");
        values.Append(1);
        maps.Append();
        keys.Append("b").Append("c");
        values.Append(2).AppendNull();
        maps.AppendNull();
        maps.Append();
        return maps.Build();
    }
}
