using System.Collections;
using System.Reflection;
using Ematix.Model;

namespace Ematix.Generators.Tests;

/// <summary>What the pipeline keeps between edits: plain values, equal by value, that hold nothing of the compiler.</summary>
public sealed class ModelShapeTests
{
    private static readonly IReadOnlyList<Type> Models = [.. Reachable(typeof(ViewDeclaration)).Union(Reachable(typeof(ServiceDeclaration)))];

    public static TheoryData<Type> All => [.. Models];

    [Fact]
    public void The_walk_reaches_the_whole_model() => Assert.Superset(
        new HashSet<Type>
        {
            typeof(ViewDeclaration), typeof(TypeShape), typeof(ContainingTypeShape), typeof(PropertyShape), typeof(EnumShape),
            typeof(FeatureViewModel), typeof(FeatureModel), typeof(ColumnType), typeof(EquatableArray<FeatureModel>),
            typeof(ServiceDeclaration), typeof(ServiceMember), typeof(JoinedView), typeof(JoinedKey),
        },
        Models.ToHashSet());

    [Theory]
    [MemberData(nameof(All))]
    public void No_field_holds_anything_of_the_compiler(Type model) => Assert.All(
        Fields(model),
        field => Assert.DoesNotContain("Microsoft.CodeAnalysis", field.FieldType.ToString(), StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(All))]
    public void Every_model_is_equal_by_value(Type model) =>
        Assert.Contains(typeof(IEquatable<>).MakeGenericType(model), model.GetInterfaces());

    [Theory]
    [MemberData(nameof(All))]
    public void No_field_can_change_or_compares_by_reference(Type model) => Assert.All(Fields(model), field =>
    {
        Assert.True(field.IsInitOnly, $"{model.Name}.{field.Name} can change.");
        var isBare = typeof(IEnumerable).IsAssignableFrom(field.FieldType) && field.FieldType != typeof(string) && !IsEquatableArray(field.FieldType);
        Assert.False(isBare && !IsEquatableArray(model), $"{model.Name}.{field.Name} is a collection that compares by reference.");
    });

    private static HashSet<Type> Reachable(Type root)
    {
        var found = new HashSet<Type>();
        var left = new Stack<Type>([root]);
        while (left.TryPop(out var type))
        {
            type = Nullable.GetUnderlyingType(type) ?? (type.IsArray ? type.GetElementType()! : type);
            if (type.IsEnum || type.Namespace?.StartsWith("System", StringComparison.Ordinal) == true || !found.Add(type))
                continue;
            foreach (var field in Fields(type))
                left.Push(field.FieldType);
        }

        return found;
    }

    private static FieldInfo[] Fields(Type type) => type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);

    private static bool IsEquatableArray(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(EquatableArray<>);
}
