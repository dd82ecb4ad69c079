using CsCheck;

namespace Ematix.Oracle.Tests.Training;

/// <summary>Random reads go everywhere: a comparison of what never happens would always agree. The oracle alone is asked.</summary>
public sealed class TrainingCoverageTests
{
    private const uint Cases = 50;

    private readonly HashSet<string> _seen = [];

    [Fact]
    public void Reads_meet_every_case()
    {
        ViewDriver[] drivers = [Drivers.Spend, Drivers.Quote, Drivers.Reading];
        ViewSpec[] specs = [.. drivers.Select(driver => driver.Spec)];
        for (var number = 1u; number <= Cases; number++)
        {
            var stories = TrainedLane.StoriesOf(drivers, number);
            OracleTable[] tables = [.. specs.Select(spec => OracleTable.Of(spec.View))];
            foreach (var (table, batch) in tables.Zip(stories).SelectMany(story => story.Second.Batches.Select(batch => (story.First, batch))))
                table.Load(batch.Rows, batch.LoadAt!.Value, batch.Options);
            var gen = new ReadGen(specs, stories, tables, [.. tables.Select(table => table.LastLoad).OfType<long>()], new Random((int)number));
            for (var i = 0; i < 6; i++)
                See(gen.Next(), specs, tables);
        }

        string[] wanted =
        [
            .. Enum.GetNames<SpineWay>(), .. Enum.GetNames<JoinStrategy>(),
            "set", "alone", "read only", "in parts", "as a whole", "Before", "shorter", "as known", "no row", "some columns", "prefix", "told apart by the view", "one view twice", "shared key", "confused keys",
            "row twice", "no key", "no as-of", "label", "answer", "no answer", "starts at the as-of", "starts just after the as-of", "ends at the as-of", "ends just after the as-of",
            "as old as it may be", "just too old", "deleted", "replaced since",
        ];
        Assert.Empty(wanted.Except(_seen));
    }

    private void See(TrainingRead read, ViewSpec[] specs, OracleTable[] tables)
    {
        var answer = new TrainingAnswer(read, specs);
        Mark(read.Way.ToString(), read.Strategy.ToString(), read.IsSet ? "set" : "alone");
        MarkIf(read.IsReadOnly, "read only");
        Mark(read.IsCut ? "in parts" : "as a whole");
        MarkIf(read.Asked.IsBefore, "Before");
        MarkIf(read.Asked.Ttl is not null, "shorter");
        MarkIf(read.Asked.KnownAt is not null, "as known");
        MarkIf(read.Spine.Rows.Count == 0, "no row");
        MarkIf(read.Members.Any(member => member.Features.Count < specs[member.View].View.Features.Count), "some columns");
        MarkIf(read.Members.Any(member => member.Prefix is not null), "prefix");
        MarkIf(answer.Names().Any(name => name.Contains("__", StringComparison.Ordinal)), "told apart by the view");
        MarkIf(read.Members.DistinctBy(member => member.View).Count() < read.Members.Count, "one view twice");
        MarkIf(read.Members.SelectMany(member => member.Keys).Distinct().Count() < read.Members.Sum(member => member.Keys.Count), "shared key");
        MarkIf(read.Spine.Rows.Distinct().Count() < read.Spine.Rows.Count, "row twice");
        foreach (var member in read.Members)
        {
            var keys = read.Spine.Rows.Select(member.KeyOf).Where(key => key.All(part => part is not null)).Select(specs[member.View].KeyOf).Distinct().ToArray();
            MarkIf(keys.DistinctBy(key => string.Concat(key.Parts)).Count() < keys.Length, "confused keys");
            foreach (var row in read.Spine.Rows)
                See(read, member, row, specs[member.View], tables[member.View]);
        }
    }

    private void See(TrainingRead read, SetMember member, object?[] row, ViewSpec spec, OracleTable table)
    {
        var key = member.KeyOf(row);
        MarkIf(key.Any(part => part is null), "no key");
        MarkIf(row.Length > member.Keys.Count + 1, "label");
        if (read.Spine.AsOfOf(row) is not { } asOf)
            Mark("no as-of");
        else if (key.All(part => part is not null))
            See(read.Asked, [.. key.Zip(spec.Keys, (value, column) => Values.Stored(column.Column, value))], asOf, spec, table);
    }

    private void See(HistoricalRead asked, object?[] key, long asOf, ViewSpec spec, OracleTable table)
    {
        var values = asked.Answer(table, key, asOf);
        var history = table.History(new RowKey([.. key.Select(part => part!)]));
        var ttl = asked.Ttl ?? spec.Ttl;
        Mark(values is null ? "no answer" : "answer");
        MarkIf(history.Any(version => version.IsVisible && version.From == asOf), "starts at the as-of");
        MarkIf(history.Any(version => version.IsVisible && version.From == asOf + 1), "starts just after the as-of");
        MarkIf(history.Any(version => version.IsVisible && version.To == asOf), "ends at the as-of");
        MarkIf(history.Any(version => version.IsVisible && version.To == asOf + 1), "ends just after the as-of");
        MarkIf(values is not null && history.Any(version => ReferenceEquals(version.Values, values) && version.From == asOf - ttl), "as old as it may be");
        MarkIf(values is null && (asked with { Ttl = long.MaxValue }).Answer(table, key, asOf) is { } old && history.Any(version => ReferenceEquals(version.Values, old) && version.From == asOf - ttl - 1), "just too old");
        MarkIf(history.Any(version => version.ClosedBy == ClosedBy.Delete && version.To <= asOf), "deleted");
        MarkIf(asked.KnownAt is not null && history.Any(version => !version.IsVisible && ReferenceEquals(version.Values, values)), "replaced since");
    }

    private void Mark(params string[] cases) => _seen.UnionWith(cases);

    private void MarkIf(bool isMet, string name)
    {
        if (isMet)
            _seen.Add(name);
    }
}
