namespace Ematix.Generators.Tests;

/// <summary>
/// A view that an analyzer refuses still has its shape: neither the generated code nor the user's calls are refused too, so that one mistake
/// is one error.
/// </summary>
public sealed class RefusedViewTests
{
    /// <summary>The rule that refuses, the view, and a call that its author writes.</summary>
    public static TheoryData<string, string, string> Mistakes => new()
    {
        { "EMX0004", "[EntityKey] public long Id { get; init; }", "await A.PointInTimeAsync(store, id: 1, t);" },
        { "EMX0005", "[EntityKey] public long Id { get; init; } [Column(\"x\")] public long X { get; }", "await A.PointInTimeAsync(store, id: 1, t);" },
        { "EMX0007", "[EntityKey] public long Id { get; init; } public A(int x) { }", "await A.PointInTimeAsync(store, id: 1, t);" },
        { "EMX0007", "[EntityKey] public long Id { get; init; } [NotAFeature] public required string Tag { get; init; }", "await A.OnlineFeaturesAsync(store, [1, 2]);" },
        { "EMX0007", "[EntityKey] public long Id { get; init; } public required string Field;", "await A.OnlineFeaturesAsync(store, id: 1);" },
        { "EMX1001", "public long Id { get; init; } public long? X { get; init; }", "await A.PointInTimeAsync(store, id: 1, t);" },
        { "EMX1001", "public string? Name { get; init; } public long AId { get; init; } public long OtherId { get; init; }", "await A.PointInTimeAsync(store, aId: 1, t);" },
        { "EMX1001", "public string? Name { get; init; } public Guid CustomerId { get; init; }", "await A.PointInTimeAsync(store, customerId: Guid.Empty, t);" },
        { "EMX1002", "[EntityKey] public long? Id { get; init; }", "await A.PointInTimeAsync(store, id: 1, t);" },
        { "EMX1002", "[EntityKey] public string? Id { get; init; }", "await A.OnlineFeaturesAsync(store, [\"a\"]);" },
        { "EMX1003", "[EntityKey] public double Id { get; init; }", "await A.PointInTimeAsync(store, id: 1.5, t);" },
        { "EMX1003", "[EntityKey] public byte[] Id { get; init; } = [];", "await A.PointInTimeAsync(store, new byte[] { 1 }, t);" },
        { "EMX1004", "[EntityKey] public long Id { get; init; } [EventTimestamp] public DateTime At { get; init; }", "_ = A.Columns.At; await A.HistoryAsync(store, id: 1).GetAsyncEnumerator().MoveNextAsync();" },
        { "EMX1004", "[EntityKey] public long Id { get; init; } [EventTimestamp] public required DateTime At { get; init; }", "await A.SyncAsync(store, new[] { new A { At = default } });" },
        { "EMX1004", "[EntityKey] public long Id { get; init; } [EventTimestamp] public long At { get; init; }", "await A.SyncAsync(store, Array.Empty<A>(), new() { CompareColumns = [A.Columns.At] });" },
        { "EMX1005", "[EntityKey] public long Id { get; init; } [EventTimestamp] public DateTimeOffset? At { get; init; }", "await A.PointInTimeAsync(store, id: 1, t);" },
        { "EMX1006", "[EntityKey] public long Id { get; init; } [EventTimestamp] public DateTimeOffset At { get; init; } [EventTimestamp] public DateTimeOffset To { get; init; }", "await A.PointInTimeAsync(store, id: 1, t);" },
        { "EMX1007", "[EntityKey, EventTimestamp] public DateTimeOffset At { get; init; }", "await A.PointInTimeAsync(store, at: t, t);" },
        { "EMX2010", "[EntityKey] public long Id { get; init; }", "await A.PointInTimeAsync(store, id: 1, t);" },
        { "EMX3001", "[EntityKey] public long Id { get; init; } public Uri? Link { get; init; } public uint Number { get; init; }", "await A.PointInTimeAsync(store, id: 1, t);" },
        { "EMX3002", "[EntityKey] public long Id { get; init; } public decimal Price { get; init; }", "_ = A.Columns.Price;" },
        { "EMX3003", "[EntityKey] public long Id { get; init; } [Numeric(90, -1)] public decimal Price { get; init; } [Text(MaxLength = -1)] public string? Name { get; init; }", "_ = A.Columns.Price;" },
        { "EMX3004", "[EntityKey] public long Id { get; init; } [Column(\"valid_from\")] public long X { get; init; }", "_ = A.Columns.X;" },
        { "EMX3005", "[EntityKey] public long Id { get; init; } [Column(\"id\")] public long X { get; init; }", "_ = A.Columns.X;" },
        { "EMX3007", "[EntityKey] public long Id { get; init; } [Column(\"\")] public long X { get; init; } [Column(\"a\\0b\")] public long Y { get; init; }", "_ = A.Sql.CreateTable;" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Its_calls_compile(string rule, string members, string call)
    {
        var view = rule == "EMX2010" ? "[FeatureView(Ttl = \"1 fortnight\")]" : "[FeatureView]";
        Generated.FromCallers(
            $"#pragma warning disable CS8618, CS0649\n{view} public partial class A {{ {members} }}",
            $"public static class Caller {{ public static async Task Call(FeatureStore store, DateTimeOffset t) {{ {call} await A.EnsureAsync(store); }} }}");
    }

    [Theory]
    [InlineData("EMX2001", "Mode = SyncMode.Merge, Ttl = \"30d\"", "")]
    [InlineData("EMX2002", "Mode = SyncMode.Truncate, Online = true", "")]
    [InlineData("EMX2003", "Mode = SyncMode.Append", "[EventTimestamp] public DateTimeOffset At { get; init; }")]
    [InlineData("EMX2015", "OnlineStore = OnlineStore.Table", "")]
    public void A_wrong_combination_compiles(string rule, string arguments, string members)
    {
        var run = Generated.From($"[FeatureView({arguments})] public partial class A {{ [EntityKey] public long Id {{ get; init; }} {members} }}");
        Assert.True(run.Files.ContainsKey("A.g.cs"), rule);
    }

    [Fact]
    public void A_positional_record_compiles() => Generated.FromCallers(
        "[FeatureView] public partial record A([property: EntityKey] long Id, string? Name);",
        "public static class Caller { public static ValueTask<A?> Call(FeatureStore store) => A.OnlineFeaturesAsync(store, id: 1); }");

    [Fact]
    public void A_view_without_columns_compiles() => Generated.FromCallers(
        "[FeatureView] public partial class A;",
        "public static class Caller { public static Task Call(FeatureStore store) => A.EnsureAsync(store); }");
}
