using System.Reflection;
using System.Text.Json;
using Ematix.Generators.Rows;
using Ematix.Model;
using Ematix.Runtime;
using Ematix.Sql;

namespace Ematix.Generators.Tests;

/// <summary>The names that the generator writes against the contract that the runtime has: one table, held from both sides.</summary>
public sealed class ContractMethodTests
{
    private static readonly Dictionary<ColumnKind, Type> ClrTypes = new()
    {
        [ColumnKind.Boolean] = typeof(bool),
        [ColumnKind.Int16] = typeof(short),
        [ColumnKind.Int32] = typeof(int),
        [ColumnKind.Int64] = typeof(long),
        [ColumnKind.Single] = typeof(float),
        [ColumnKind.Double] = typeof(double),
        [ColumnKind.Numeric] = typeof(decimal),
        [ColumnKind.Text] = typeof(string),
        [ColumnKind.Instant] = typeof(DateTimeOffset),
        [ColumnKind.Date] = typeof(DateOnly),
        [ColumnKind.Time] = typeof(TimeOnly),
        [ColumnKind.Interval] = typeof(TimeSpan),
        [ColumnKind.Uuid] = typeof(Guid),
        [ColumnKind.Bytes] = typeof(byte[]),
        [ColumnKind.Enum] = typeof(DayOfWeek),
        [ColumnKind.Json] = typeof(JsonElement),
    };

    private static readonly bool[] YesAndNo = [false, true];

    private static IEnumerable<(ColumnType Type, bool IsText, bool IsNullable)> Forms =>
        from kind in Enum.GetValues<ColumnKind>()
        from isNullable in YesAndNo
        from form in kind == ColumnKind.Json ? JsonForms : OtherForms(kind)
        select (form.Type, form.IsText, isNullable);

    private static IEnumerable<(ColumnType Type, bool IsText)> JsonForms => [(new(ColumnKind.Json), false), (new(ColumnKind.Json), true)];

    private static IEnumerable<(ColumnType Type, bool IsText)> OtherForms(ColumnKind kind) =>
        [(new(kind), false), (new(kind) { IsArray = true }, false), (new(kind) { IsArray = true, HasNullableElements = true }, false)];

    [Fact]
    public void The_map_has_every_kind() => Assert.Equal(Enum.GetValues<ColumnKind>(), ClrTypes.Keys.Order());

    [Fact]
    public void The_reader_has_a_method_for_every_form_and_no_other()
    {
        var expected = Forms.ToDictionary(form => ContractMethods.Read(form.Type, form.IsText, form.IsNullable), ClrType);

        AssertSame(expected.Append(new("IsNull", typeof(bool))), typeof(RowReader), method => method.ReturnType);
    }

    [Fact]
    public void The_writer_has_a_method_for_every_form_and_no_other()
    {
        var expected = Forms.Where(form => form.IsNullable).ToDictionary(form => ContractMethods.Write(form.Type, form.IsText), ClrType);

        AssertSame(expected, typeof(RowWriter), method => method.GetParameters()[0].ParameterType);
    }

    [Fact]
    public void The_binder_has_two_methods_for_every_kind_that_can_be_a_key_and_no_other()
    {
        var keys = Enum.GetValues<ColumnKind>().Where(kind => kind != ColumnKind.Enum && TypeMap.CanBeKey(new(kind))).ToArray();
        Assert.Equal("Text", ContractMethods.Bind(new(ColumnKind.Enum)));

        AssertSame(
            keys.Select(kind => KeyValuePair.Create(ContractMethods.Bind(new(kind)), ClrTypes[kind]))
                .Concat(keys.Select(kind => KeyValuePair.Create(ContractMethods.BindAll(new(kind)), ClrTypes[kind]))),
            typeof(KeyBinder),
            method => method.GetParameters() is [var value] ? value.ParameterType : method.GetParameters()[1].ParameterType.GetGenericArguments()[1]);
    }

    private static Type ClrType((ColumnType Type, bool IsText, bool IsNullable) form)
    {
        var element = form.IsText ? typeof(string) : ClrTypes[form.Type.Kind];
        if (!form.Type.IsArray)
            return form.IsNullable ? OrNull(element) : element;
        return (form.Type.HasNullableElements ? OrNull(element) : element).MakeArrayType();
    }

    private static Type OrNull(Type type) => type.IsValueType ? typeof(Nullable<>).MakeGenericType(type) : type;

    private static void AssertSame(IEnumerable<KeyValuePair<string, Type>> expected, Type contract, Func<MethodInfo, Type> type) => Assert.Equal(
        expected.Select(method => $"{method.Key}: {method.Value}").Order(StringComparer.Ordinal),
        contract.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
            .Where(method => !method.IsVirtual)
            .Select(method => $"{method.Name}: {type(Close(method))}")
            .Order(StringComparer.Ordinal));

    private static MethodInfo Close(MethodInfo method) => method.IsGenericMethod ? method.MakeGenericMethod(typeof(DayOfWeek)) : method;
}
