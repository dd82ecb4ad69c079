using CsCheck;

namespace Ematix.Oracle.Tests.Running;

/// <summary>Random stories go everywhere: a comparison of what never happens would always agree. The oracle alone is asked.</summary>
public sealed class CoverageTests
{
    private const uint Stories = 300;

    [Fact]
    public void Stories_of_events_meet_every_case()
    {
        var seen = Seen(Specs.Spend);

        Assert.Superset(new HashSet<string> { "Duplicates", "Unchanged", "Skipped", "Inserted", "Closed", "Expired", "refused NullKey", "refused EventTime", "refused Late", "refused Value" }, seen);
        Assert.Superset(new HashSet<string> { "replaced", "open", "Next", "Ttl", "gap", "touches the end of a time to live", "before 2000" }, seen);
    }

    [Fact]
    public void Stories_of_snapshots_meet_every_case()
    {
        var seen = Seen(Specs.Quote);

        Assert.Superset(new HashSet<string> { "Duplicates", "Unchanged", "Inserted", "Closed", "Renewed", "Expired", "refused NullKey", "refused Duplicates", "Deleted", "refused Deletes" }, seen);
        Assert.Superset(new HashSet<string> { "open", "Next", "Ttl", "Renewal", "Delete", "gap" }, seen);
    }

    [Fact]
    public void Stories_meet_every_option_and_every_way_to_fail()
    {
        Assert.Superset(new HashSet<string> { "Late", "Compared", "FeatureSet", "EventTime", "Ttl", "Window", "SkipsFuture", "Tolerance", "tried", "repeated", "SourceFails", "Cancelled", "ServerFails", "ConnectionDies" }, Seen(Specs.Order));
        Assert.Superset(Enum.GetNames<SourceWay>().ToHashSet(), Seen(Specs.Order));
        Assert.Superset(new HashSet<string> { "Compared", "FeatureSet", "Ttl", "DeletesAbsent", "MaxDeleteFraction", "AllowsEmptySource" }, Seen(Specs.Quote));
    }

    [Fact]
    public void Stories_of_rows_without_history_meet_every_case()
    {
        Assert.Superset(new HashSet<string> { "Duplicates", "Unchanged", "Updated", "Inserted", "Deleted", "Skipped", "refused Deletes", "Updated columns" }, Seen(Specs.Account));
        Assert.Superset(new HashSet<string> { "Duplicates", "Unchanged", "Updated", "Inserted", "Deleted", "refused Duplicates" }, Seen(Specs.Label));
        Assert.Superset(new HashSet<string> { "Duplicates", "Inserted", "Deleted", "refused Duplicates" }, Seen(Specs.Board));
        Assert.Superset(new HashSet<string> { "Inserted" }, Seen(Specs.Trace));
    }

    [Fact]
    public void Keys_that_are_equal_once_their_columns_are_joined_meet_in_one_story()
    {
        Assert.Contains("confused keys", Seen(Specs.Reading));
        Assert.Contains("confused keys", Seen(Specs.Cell));
    }

    private static HashSet<string> Seen(ViewSpec spec)
    {
        var seen = new HashSet<string>();
        for (var number = 1u; number <= Stories; number++)
            See(spec, StoryGen.Ahead(spec).Generate(new PCG(2, number), null!, out _), seen);
        return seen;
    }

    private static void See(ViewSpec spec, Story story, HashSet<string> seen)
    {
        var target = OracleTarget.Of(spec.View);
        foreach (var batch in story.Batches)
        {
            var outcome = target.Load(batch.Rows, batch.LoadAt!.Value, batch.Options);
            seen.UnionWith(outcome.Refusals.Select(refusal => $"refused {refusal.Kind}"));
            if (outcome.Counts is { } counts)
                seen.UnionWith(typeof(LoadCounts).GetProperties().Where(count => count.GetValue(counts) is > 0L).Select(count => count.Name));
            See(batch, seen);
        }

        if (target is OracleTable table)
            See(spec, table, seen);
    }

    private static void See(Batch batch, HashSet<string> seen)
    {
        seen.UnionWith(typeof(LoadOptions).GetProperties().Where(option => !Equals(option.GetValue(batch.Options), option.GetValue(LoadOptions.Default))).Select(option => option.Name == "Updated" ? "Updated columns" : option.Name));
        seen.UnionWith([batch.IsTried ? "tried" : "", batch.IsRepeated ? "repeated" : "", batch.Crash?.ToString() ?? "", batch.Way.ToString()]);
    }

    private static void See(ViewSpec spec, OracleTable table, HashSet<string> seen)
    {
        var joined = table.Keys.Select(key => string.Concat(key.Parts)).ToArray();
        if (joined.Distinct().Count() < joined.Length)
            seen.Add("confused keys");
        foreach (var history in table.Keys.Select(table.History))
        {
            seen.UnionWith(history.Select(version => !version.IsVisible ? "replaced" : version.ClosedBy?.ToString() ?? "open"));
            var visible = history.Where(version => version.IsVisible).ToArray();
            seen.UnionWith(visible.Zip(visible.Skip(1)).Where(pair => pair.First.To < pair.Second.From).Select(_ => "gap"));
            seen.UnionWith(visible.Zip(visible.Skip(1)).Where(pair => pair.Second.From - pair.First.From == spec.Ttl).Select(_ => "touches the end of a time to live"));
            seen.UnionWith(visible.Where(version => version.From < Micros.Floor(new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero))).Select(_ => "before 2000"));
        }
    }
}
