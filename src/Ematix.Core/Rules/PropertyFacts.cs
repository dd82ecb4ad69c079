using Ematix.Model;
using Ematix.Sql;

namespace Ematix.Rules;

/// <summary>What several rules ask about a property, so that one mistake is reported by one of them.</summary>
internal static class PropertyFacts
{
    /// <summary>Whether the declaration asks for a column, be its type right or wrong.</summary>
    public static bool IsMeantAsColumn(this PropertyShape property) => property.IsSettable && !property.IsExcluded;

    /// <summary>Whether it is tagged as a column but can't be set (EMX0005).</summary>
    public static bool IsUnsettableColumn(this PropertyShape property) => property is { IsTagged: true, IsSettable: false, IsExcluded: false };

    /// <summary>Whether it was meant to be a column and a rule, or the compiler, refuses it.</summary>
    public static bool IsRefused(this PropertyShape property) =>
        property.IsUnsettableColumn() || (property.IsMeantAsColumn() && property.ColumnType is null);

    /// <summary>Whether it is a key whose type can't be one (EMX1003): then nothing else is said about its type.</summary>
    public static bool IsUnusableKey(this PropertyShape property) =>
        property.IsJudgedKey() && property.ColumnType is { } type && !TypeMap.CanBeKey(type);

    /// <summary>Whether the key rules judge its type. A key that is also an event time has EMX1007 to mend first.</summary>
    public static bool IsJudgedKey(this PropertyShape property) =>
        property.IsMeantAsColumn() && property.IsKey && !property.IsEventTime;

    /// <summary>Whether the type rules judge its type. An event time's type is EMX1004's matter.</summary>
    public static bool IsJudgedByType(this PropertyShape property) =>
        property.IsMeantAsColumn() && !property.IsEventTime && !property.IsUnusableKey();
}
