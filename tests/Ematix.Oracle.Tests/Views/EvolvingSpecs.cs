using static Ematix.Oracle.Tests.Specs;
using Kind = Ematix.Oracle.ValueKind;

namespace Ematix.Oracle.Tests;

/// <summary>Views with what they were before, as their author means them.</summary>
internal static class EvolvingSpecs
{
    public static readonly ViewSpec OldVisit = new(
        "visit",
        [
            Key("Shop", "shop", Kind.Text), Feature("Guests", "guests", Kind.Int16), EventTime("At", "at"),
            new("City", new OracleColumn("city", Kind.Text) { IsNullable = true, MaxLength = 2 }), Feature("Spent", "spent", Kind.Numeric, (6, 2)),
        ],
        5 * Micros.Day);

    public static readonly ViewSpec Visit = new(
        "visit",
        [
            Key("Store", "store", Kind.Text), Feature("Rating", "rating", Kind.Double), Feature("Guests", "guests", Kind.Int64), EventTime("At", "visited_at"),
            Feature("Town", "town", Kind.Text), Feature("Spent", "spent", Kind.Numeric, (9, 3)), Feature("PaidAt", "paid_at", Kind.Instant),
        ],
        5 * Micros.Day);

    public static readonly IReadOnlyDictionary<string, string> VisitNames = new Dictionary<string, string> { ["store"] = "shop", ["visited_at"] = "at", ["town"] = "city" };

    public static readonly ViewSpec OldMember = new(
        "member",
        [
            Key("Id", "id", Kind.Int32), NotNull(Feature("Points", "points", Kind.Int32)), Feature("Score", "score", Kind.Single),
            new("Steps", new OracleColumn("steps", Kind.Int16) { IsNullable = true, IsArray = true }),
        ],
        4 * Micros.Day);

    public static readonly ViewSpec Member = new(
        "member",
        [
            Feature("Name", "name", Kind.Text), Key("Id", "id", Kind.Int32), NotNull(Feature("Total", "total", Kind.Int64)), Feature("Score", "score", Kind.Double),
            new("Steps", new OracleColumn("steps", Kind.Int64) { IsNullable = true, IsArray = true }),
        ],
        4 * Micros.Day);

    public static readonly IReadOnlyDictionary<string, string> MemberNames = new Dictionary<string, string> { ["total"] = "points" };
}
