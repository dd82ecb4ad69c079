using Ematix.Model;

namespace Ematix.Rules;

/// <summary>The properties tagged as event times, sorted so that each is judged by one rule: a second one, a key, a wrong type, a nullable one.</summary>
internal static class EventTimes
{
    /// <summary>All but the first, which EMX1006 refuses.</summary>
    public static IEnumerable<PropertyShape> Surplus(this ViewDeclaration declaration) =>
        declaration.Properties.Where(property => property.IsEventTime).Skip(1);

    /// <summary>The first, or null where there is none.</summary>
    public static PropertyShape? TaggedEventTime(this ViewDeclaration declaration) =>
        declaration.Properties.FirstOrDefault(property => property.IsEventTime);

    /// <summary>The first, where its type is to be judged: it is no key, and can be set.</summary>
    public static PropertyShape? JudgedEventTime(this ViewDeclaration declaration) =>
        declaration.TaggedEventTime() is { IsKey: false } property && property.IsMeantAsColumn() ? property : null;

    /// <summary>Whether the type is an instant, nullable or not.</summary>
    public static bool IsInstant(this PropertyShape property) => property.ColumnType is { Kind: ColumnKind.Instant, IsArray: false };
}
