using System.Globalization;

namespace Ematix.Oracle.Tests;

/// <summary>What holds between reads, without asking the oracle.</summary>
internal sealed class SpineRelations(Lane lane, IReadOnlyList<ViewDriver> drivers, TrainingReader reader, Tally tally, CancellationToken cancellationToken)
{
    private const int Singles = 8;

    /// <summary>How other reads differ from one, as sentences.</summary>
    public async Task<IReadOnlyList<string>> DifferencesAsync(TrainingRead read, TrainingOutput output, Random random) =>
        read.Spine.Rows.Count == 0 ? [] : [.. await PermutedAsync(read, output, random), .. await SinglesAsync(read, output)];

    /// <summary>Permuting and duplicating the spine's rows permutes and duplicates the answers.</summary>
    private async Task<IReadOnlyList<string>> PermutedAsync(TrainingRead read, TrainingOutput output, Random random)
    {
        var order = Enumerable.Range(0, read.Spine.Rows.Count).Concat(Enumerable.Range(0, read.Spine.Rows.Count / 2)).ToArray();
        random.Shuffle(order);
        var permuted = await reader.ReadAsync(read with { Spine = read.Spine.Of(order) });
        tally.AddSpine(order.Length, read.Members.Count);
        var wrong = order.Length != permuted.Rows.Count ? 0 : Enumerable.Range(0, order.Length).FirstOrDefault(i => !TrainingOutput.IsSame(output.Rows[order[i]], permuted.Rows[i]), -1);
        return wrong < 0 ? [] : [string.Create(CultureInfo.InvariantCulture, $"{TrainingText.Of(read)}: row {order[wrong] + 1} has another answer where the spine is shuffled and has {order.Length} rows ({permuted.Rows.Count} came back)")];
    }

    /// <summary>A row of a view is what a lookup finds.</summary>
    private async Task<IReadOnlyList<string>> SinglesAsync(TrainingRead read, TrainingOutput output)
    {
        if (read is not { IsSet: false, Asked: { IsBefore: false, KnownAt: null } })
            return [];
        var member = read.Members[0];
        TimeSpan? ttl = read.Options.Ttl;
        List<string> differences = [];
        foreach (var (row, answer) in read.Spine.Rows.Zip(output.Rows).Where(row => row.First[read.Spine.AsOf] is not null && member.KeyOf(row.First).All(part => part is not null)).Take(Singles))
        {
            var found = await drivers[member.View].PointInTimeAsync(lane.Store, new Lookup(member.KeyOf(row), (DateTimeOffset)row[read.Spine.AsOf]!, ttl), cancellationToken);
            var same = read.GivesRows ? TrainingOutput.IsSame(found, answer) : TrainingOutput.IsSame([.. member.Features.Select(place => found?[place])], answer![^member.Features.Count..]);
            if (!same)
                differences.Add($"{TrainingText.Of(read)}: a lookup of {StoryText.Key(drivers[member.View].Spec, member.KeyOf(row))} at {StoryText.Instant(read.Spine.AsOfOf(row)!.Value)} finds {StoryText.Row(drivers[member.View].Spec, found)}");
        }

        tally.AddLookups(Singles);
        return differences;
    }
}
