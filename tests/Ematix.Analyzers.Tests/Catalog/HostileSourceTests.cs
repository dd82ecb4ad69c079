namespace Ematix.Analyzers.Tests;

/// <summary>Code in the making: an analyzer sees it at every keystroke and must neither throw nor point outside of it.</summary>
public sealed class HostileSourceTests
{
    [Theory]
    [InlineData("[FeatureView")]
    [InlineData("[FeatureView(")]
    [InlineData("[FeatureView] public partial class")]
    [InlineData("[FeatureView] public partial class { [EntityKey] }")]
    [InlineData("[FeatureView] public partial class A { [EntityKey] public long { get; init; } }")]
    [InlineData("[FeatureView] public partial class A { [EntityKey] public Id { get; init; } public }")]
    [InlineData("[FeatureView] public partial class A { [EntityKey] public long Id { get; init; } public long Id { get; init; } }")]
    [InlineData("[FeatureView(Mode = )] public partial class A;")]
    [InlineData("[FeatureView(Mode = (SyncMode)99, OnlineStore = (OnlineStore)(-1))] public partial class A;")]
    [InlineData("[FeatureView(Nope = 1, Ttl = 5, Schema = null, Table = null, Version = null)] public partial class A;")]
    [InlineData("[FeatureView(\"features\", Ttl: \"1d\")] public partial class A;")]
    [InlineData("[FeatureView(Ttl = nameof(Missing), Mode = Missing.Merge)] public partial class A;")]
    [InlineData("[FeatureView] [FeatureView(Ttl = \"x\", Mode = SyncMode.Merge)] public partial class A;")]
    [InlineData("[FeatureView] public enum A { B }")]
    [InlineData("[FeatureView] public interface A { [EntityKey] long Id { get; set; } }")]
    [InlineData("[FeatureView] public delegate void A();")]
    [InlineData("[FeatureView] public readonly ref partial struct A { [EntityKey] public long Id { get; init; } }")]
    [InlineData("[FeatureView] file record struct A(long Id);")]
    [InlineData("[FeatureView] partial class A; partial struct A;")]
    [InlineData("[FeatureView] partial class A : A { [EntityKey] public long Id { get; init; } }")]
    [InlineData("[FeatureView] partial class A : Missing<A> { [EntityKey] public long Id { get; init; } }")]
    [InlineData("[FeatureView] partial class A(long id) { [EntityKey] public long Id { get; init; } = id; }")]
    [InlineData("[FeatureView] partial class A<T, U> where T : U where U : T { [EntityKey] public T Id { get; init; } }")]
    [InlineData("partial class { [FeatureView] partial class A { [FeatureView] partial class B<T>; } }")]
    [InlineData("[FeatureView] partial class A { [EntityKey, EventTimestamp, Json, Column, Text, NotAFeature, Numeric] public Missing<long>[] Id { get; init; } }")]
    [InlineData("[FeatureView] partial class A { [Numeric] [Numeric(\"a\", null)] [Numeric(1, 2, 3)] public decimal X { get; init; } }")]
    [InlineData("[FeatureView] partial class A { [Numeric(int.MaxValue, int.MinValue)] public decimal X { get; init; } }")]
    [InlineData("[FeatureView] partial class A { [Column(null)] [Column(5)] [Column(name: )] public long X { get; init; } }")]
    [InlineData("[FeatureView] partial class A { [Column(\"a\" + Missing, RenamedFrom = Missing)] [Text(MaxLength = \"x\")] public string X { get; init; } }")]
    [InlineData("[FeatureView] unsafe partial class A { public int* X { get; set; } public delegate*<void> Y { get; set; } public ref int Z => ref *X; }")]
    [InlineData("[FeatureView] partial class A { public void X { get; set; } public dynamic[,][] Y { get; set; } public (int, Missing)? Z { get; set; } }")]
    [InlineData("[FeatureView] partial class A { public partial long Id { get; init; } [EntityKey] public partial long Id { get => 1; init { } } }")]
    [InlineData("[FeatureView] partial record A { public A(A other) { } [EntityKey] public required long Id { get; init; } protected required object? B; }")]
    [InlineData("[FeatureView] static partial class A { extension(string text) { [EntityKey] public long Id => 1; } }")]
    [InlineData("[FeatureView] partial class Sql { partial class Columns; void Key() { } long this[int i] { get => 1; set { } } }")]
    [InlineData("[FeatureView(Table = \"x\")] partial class A; [FeatureView(Table = \"x\")] partial class A; [FeatureView(Table = \"x\")] class A<T>;")]
    [InlineData("class X { object a = new SyncOptions<> { FeatureSet = [], UpdateColumns = [] }; }")]
    [InlineData("class X { object a = new SyncOptions<Missing> { FeatureSet = [], UpdateColumns = [] }; }")]
    [InlineData("class X { SyncOptions<A> a = new() { FeatureSet = , UpdateColumns = , Nope = 1, Lookback }; } [FeatureView] partial class A;")]
    [InlineData("class X { SyncOptions<A> a = new() { FeatureSet = [A.Columns.B, missing()], UpdateColumns = x => x }; } [FeatureView] partial class A;")]
    [InlineData("class X { object F<T>() => new SyncOptions<T> { FeatureSet = [], UpdateColumns = [] } with { }; }")]
    [InlineData("class X { object a = (missing with { FeatureSet = [], UpdateColumns = [] }) with { FeatureSet = default(Missing) }; }")]
    [InlineData("class X { SyncOptions<A> a = new() { BackfillWindow = new(new(2024, 2, 30, 0, 0, 0, new()), new(9999, 12, 31, 23, 59, 59, 999, 999, System.TimeSpan.FromHours(-14))) }; } [FeatureView] partial class A { [EntityKey] public long Id { get; init; } [EventTimestamp] public System.DateTimeOffset At { get; init; } }")]
    [InlineData("class X { SyncOptions<A> a = new() { BackfillWindow = new(, new(2024)), Ttl = System.TimeSpan.FromDays(), Lookback = System.TimeSpan.FromDays(1e300) }; } [FeatureView] partial class A { [EntityKey] public long Id { get; init; } [EventTimestamp] public System.DateTimeOffset At { get; init; } }")]
    [InlineData("class X { SyncOptions<A> a = new() { BackfillWindow = new(To: default), Ttl = new(long.MaxValue, 1), Lookback = -System.TimeSpan.MinValue }; } [FeatureView] partial class A { [EntityKey] public long Id { get; init; } [EventTimestamp] public System.DateTimeOffset At { get; init; } }")]
    [InlineData("class X { SyncOptions<A> a = new() { Ttl = -new System.TimeSpan(long.MinValue), Lookback = new System.TimeSpan(int.MaxValue, int.MaxValue, 0, 0) }; } [FeatureView] partial class A { [EntityKey] public long Id { get; init; } [EventTimestamp] public System.DateTimeOffset At { get; init; } }")]
    [InlineData("class X { SyncOptions<A> a = new() { HandleDeletes = (HandleDeletes)99, LateArrivals = (LateArrivals)(-1), IncrementalColumn = (string)5, EventTimestamp = A.Columns.Nope }; } [FeatureView] partial class A { [EntityKey] public long Id { get; init; } [EventTimestamp] public System.DateTimeOffset At { get; init; } }")]
    [InlineData("class X { SyncOptions<A> a = new() { HandleDeletes = \"Soft\", LateArrivals = 2L, CompareColumns = [A.Columns.Id, null, A.Columns, .. ], FeatureSet = new[] { } }; } [FeatureView] partial class A { [EntityKey] public long Id { get; init; } [EventTimestamp] public System.DateTimeOffset At { get; init; } }")]
    public async Task Nothing_is_thrown_and_every_place_is_in_the_source(string source)
    {
        var compilation = TestCompilation.Of("using Ematix;\n" + source);
        Assert.All(await TestCompilation.AnalyzeAsync(compilation), diagnostic =>
        {
            // An analyzer that throws is reported as AD0001.
            Assert.StartsWith("EMX", diagnostic.Id, StringComparison.Ordinal);
            Assert.True(compilation.ContainsSyntaxTree(diagnostic.Location.SourceTree));
        });
        Assert.DoesNotContain(await TestCompilation.DiagnosticsAsync("using Ematix;\n" + source), diagnostic => diagnostic.Id is "AD0001" or "CS8784" or "CS8785");
    }

    [Fact]
    public async Task A_name_with_a_brace_stays_text() => Assert.Contains(
        "Ttl = \"{0}{9}\" of feature view 'A' is no duration",
        Assert.Single(await TestCompilation.MessagesAsync("""
            [Ematix.FeatureView(Ttl = "{0}{9}")] public partial class A { [Ematix.EntityKey] public long Id { get; init; } public long? B { get; init; } }
            """)),
        StringComparison.Ordinal);
}
