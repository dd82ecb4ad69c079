namespace Ematix.Oracle.Tests;

/// <summary>Random reads of a story's views: of its keys and some that it does not have, around every instant where an answer changes.</summary>
/// <param name="specs">The views.</param>
/// <param name="stories">What happens to each.</param>
/// <param name="tables">What the oracle holds of each now.</param>
/// <param name="loads">When there were loads so far.</param>
/// <param name="random">What decides.</param>
internal sealed class ReadGen(IReadOnlyList<ViewSpec> specs, IReadOnlyList<Story> stories, IReadOnlyList<OracleTable> tables, IReadOnlyCollection<long> loads, Random random)
{
    private static readonly SpineWay[] Ways = Enum.GetValues<SpineWay>();

    private static readonly JoinStrategy[] Strategies = Enum.GetValues<JoinStrategy>();

    public TrainingRead Next()
    {
        var way = One(Ways);
        var isTyped = way >= SpineWay.Rows;
        var views = Enumerable.Range(0, isTyped || OnceIn(4) ? 1 : random.Next(2, 4)).Select(_ => random.Next(specs.Count)).Select(view => (View: view, Features: (IReadOnlyList<int>)Features(specs[view]))).ToArray();
        var shape = isTyped ? SpineShape.Typed(specs[views[0].View], views[0].View, views[0].Features) : SpineShape.Of(specs, views, random);
        var asked = new HistoricalRead { IsBefore = OnceIn(3), Ttl = OnceIn(3) ? Ttl(shape) : null, KnownAt = OnceIn(3) ? KnownAt() : null };
        return new(shape.Members, new(shape.Columns, shape.AsOf, Rows(shape, asked, hasNulls: !isTyped)))
        {
            Asked = asked,
            Strategy = One(Strategies),
            Way = way,
            IsSet = !isTyped && (views.Length > 1 || OnceIn(2)),
            IsReadOnly = OnceIn(4),
            BatchSize = One([65_536, 65_536, 1000, 7]),
            IsCut = OnceIn(2),
        };
    }

    /// <summary>Some columns, or all.</summary>
    private int[] Features(ViewSpec spec)
    {
        var all = spec.View.Features.ToArray();
        if (!OnceIn(3))
            return all;
        random.Shuffle(all);
        return [.. all.Take(random.Next(1, all.Length + 1)).Order()];
    }

    private long Ttl(SpineShape shape)
    {
        var limit = shape.Members.Select(member => specs[member.View].Ttl).OfType<long>().DefaultIfEmpty(Micros.Day).Min();
        return One([1, limit / 2, limit - 1, limit]);
    }

    private long KnownAt() => One([Micros.First, Micros.Last, .. loads.SelectMany(load => new[] { load - 1, load, load, load + 1 })]);

    private List<object?[]> Rows(SpineShape shape, HistoricalRead asked, bool hasNulls)
    {
        var rows = new List<object?[]>();
        for (var count = One([0, 1, 30, 100, 200, 300]); count > 0; count--)
            rows.Add(rows.Count > 0 && OnceIn(10) ? One(rows) : Row(shape, asked, hasNulls));
        return rows;
    }

    private object?[] Row(SpineShape shape, HistoricalRead asked, bool hasNulls)
    {
        var row = new object?[shape.Columns.Count];
        foreach (var place in shape.Passing)
            row[place] = OnceIn(5) ? null : One(Domains.Of(shape.Columns[place]));
        foreach (var member in shape.Members)
        {
            foreach (var (place, value) in member.Keys.Zip(Key(member.View)))
                row[place] = value;
        }

        var judged = One(shape.Members);
        row[shape.AsOf] = Within(Instant(judged.View, specs[judged.View].KeyOf(judged.KeyOf(row)), asked));
        if (hasNulls && OnceIn(12))
            row[One(One(shape.Members).Keys)] = null;
        if (hasNulls && OnceIn(15))
            row[shape.AsOf] = null;
        return row;
    }

    /// <summary>A key of the story, which may have no version. Now and then one whose columns are those of several, or any.</summary>
    private IReadOnlyList<object?> Key(int view)
    {
        var (columns, keys) = (specs[view].Keys, stories[view].Keys);
        if (keys.Count > 0 && !OnceIn(10))
            return One(keys);
        return [.. columns.Select((column, i) => keys.Count > 0 && columns.Count > 1 ? One(keys)[i] : One(Domains.Of(column.Column)))];
    }

    private long Instant(int view, RowKey key, HistoricalRead asked)
    {
        long?[] limits = [specs[view].Ttl, asked.Ttl];
        long[] edges = [.. tables[view].History(key).SelectMany(version => limits.OfType<long>().Select(limit => version.From + limit).Append(version.From).Append(version.To ?? version.From).Append(version.LoadedAt))];
        var edge = edges.Length > 0 && !OnceIn(12) ? One(edges) : One([Micros.First, Micros.Last, asked.KnownAt ?? Micros.Last, .. loads]);
        return Math.Clamp(edge + random.Next(-1, 2), Micros.First, Micros.Last);
    }

    /// <summary>Some instant within the microsecond, with some offset: as-ofs are floored.</summary>
    private DateTimeOffset Within(long micros)
    {
        var instant = Micros.ToInstant(micros).AddTicks(random.Next(10));
        return instant.Year is > 1 and < 9999 ? instant.ToOffset(TimeSpan.FromHours(One([0, 0, 5.5, -8]))) : instant;
    }

    private T One<T>(IReadOnlyList<T> values) => values[random.Next(values.Count)];

    private bool OnceIn(int times) => random.Next(times) == 0;
}
