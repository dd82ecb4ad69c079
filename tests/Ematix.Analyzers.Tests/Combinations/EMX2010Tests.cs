namespace Ematix.Analyzers.Tests;

public sealed class EMX2010Tests
{
    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("0d")]
    [InlineData("-1d")]
    [InlineData("30 d")]
    [InlineData("30D")]
    [InlineData("1.5h")]
    [InlineData("30")]
    [InlineData("P1Y")]
    [InlineData("P1M")]
    [InlineData("PT0.0000001S")]
    [InlineData("P")]
    [InlineData("999999999999999d")]
    [InlineData("{0}")]
    public Task What_is_no_usable_duration_is_reported_at_the_argument(string duration) => Verify.AnalyzersAsync($$"""
        using Ematix;

        [FeatureView({|EMX2010:Ttl = "{{duration}}"|}, {|EMX2010:FreshnessSla = "{{duration}}"|})]
        public partial class UserFeatures
        {
            [EntityKey] public long UserId { get; init; }
            public long? TotalPurchases { get; init; }
        }
        """);

    [Fact]
    public Task A_freshness_SLA_is_judged_in_every_mode() => Verify.AnalyzersAsync("""
        using Ematix;

        [FeatureView(Mode = SyncMode.Append, {|EMX2010:FreshnessSla = "daily"|})]
        public partial class UserFeatures
        {
            [EntityKey] public long UserId { get; init; }
            public long? TotalPurchases { get; init; }
        }
        """);

    [Theory]
    [InlineData("30d")]
    [InlineData("4h")]
    [InlineData("90m")]
    [InlineData("45s")]
    [InlineData("500ms")]
    [InlineData("P30D")]
    [InlineData("P1W")]
    [InlineData("P1DT12H")]
    [InlineData("PT0.000001S")]
    public Task Durations_in_every_form_are_fine(string duration) => Verify.AnalyzersAsync($$"""
        using Ematix;

        [FeatureView(Ttl = "{{duration}}", FreshnessSla = "{{duration}}")]
        public partial class UserFeatures
        {
            [EntityKey] public long UserId { get; init; }
            public long? TotalPurchases { get; init; }
        }
        """);

    [Theory]
    [InlineData("TimeSpan.Zero")]
    [InlineData("TimeSpan.FromDays(-1)")]
    [InlineData("-TimeSpan.FromHours(4)")]
    [InlineData("TimeSpan.FromTicks(5)")]
    [InlineData("new TimeSpan(0, -1, 0)")]
    [InlineData("new TimeSpan(11)")]
    [InlineData("TimeSpan.FromMinutes(0.0)")]
    [InlineData("TimeSpan.FromSeconds(1, milliseconds: -1000)")]
    [InlineData("default(TimeSpan)")]
    public Task So_is_a_time_to_live_or_a_lookback_of_a_load(string duration) => LoadSource.VerifyAsync(
        $$"""new() { {|EMX2010:Ttl = {{duration}}|}, {|EMX2010:Lookback = {{duration}}|} }""", LoadSource.Events("Scd2"));

    [Theory]
    [InlineData("TimeSpan.FromDays(30)")]
    [InlineData("TimeSpan.FromTicks(10)")]
    [InlineData("TimeSpan.FromMicroseconds(1)")]
    [InlineData("new TimeSpan(1, 0, 0, 0)")]
    [InlineData("-TimeSpan.FromHours(-4)")]
    [InlineData("TimeSpan.MaxValue")]
    [InlineData("TimeSpan.FromDays(int.MaxValue)")]
    [InlineData("span")]
    [InlineData("-span")]
    [InlineData("null")]
    public Task Usable_ones_are_fine_and_unknown_ones_are_left_to_the_runtime(string duration) => LoadSource.VerifyAsync(
        $$"""new() { Ttl = {{duration}}, Lookback = {{duration}} }""", LoadSource.Events("Scd2"));
}
