namespace Ematix.Oracle.Tests.Running;

/// <summary>What a person sees of a failing story is small. What fails is invented here; no database is asked.</summary>
public sealed class ShrinkerTests
{
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Two_rows_that_fail_together_are_all_that_is_left()
    {
        var story = Story(loads: 4, rows: 40);
        var tried = 0;
        var small = await new Shrinker(Specs.Spend, each => Task.FromResult(tried++ >= 0 && FailsTogether(each)), Budget).ShrinkAsync(story);

        Assert.True(FailsTogether(story));
        Assert.Equal([[7L], [21L]], small.Batches.SelectMany(batch => batch.Rows).Select(row => new[] { row[0] }).Order(Comparer<object?[]>.Create((a, b) => ((long)a[0]!).CompareTo((long)b[0]!))));
        Assert.Equal(2, small.Keys.Count);
        Assert.All(small.Batches, batch => Assert.Equal((SourceWay.Rows, false, LoadOptions.Default), (batch.Way, batch.IsRepeated, batch.Options)));
        Assert.InRange(tried, 1, 150);
    }

    [Fact]
    public async Task A_story_that_fails_without_rows_has_none_left()
    {
        var small = await new Shrinker(Specs.Spend, _ => Task.FromResult(true), Budget).ShrinkAsync(Story(loads: 3, rows: 10));

        Assert.Equal(0, small.RowCount);
        Assert.Empty(small.Batches);
    }

    [Fact]
    public async Task A_poisoned_load_stays_a_query()
    {
        var story = Story(loads: 1, rows: 2);
        story = story with { Batches = [story.Batches[0] with { Way = SourceWay.Sql, IsPoisoned = true }] };
        var small = await new Shrinker(Specs.Spend, each => Task.FromResult(each.RowCount == 2), Budget).ShrinkAsync(story);

        Assert.Equal(SourceWay.Sql, Assert.Single(small.Batches).Way);
    }

    private static bool FailsTogether(Story story)
    {
        var keys = story.Batches.SelectMany(batch => batch.Rows).Select(row => (long)row[0]!).ToHashSet();
        return keys.Contains(7) && keys.Contains(21);
    }

    private static Story Story(int loads, int rows) => new(
        [.. Enumerable.Range(0, rows).Select(key => (IReadOnlyList<object?>)[(long)key])],
        [.. Enumerable.Range(0, loads).Select(load => new Batch([.. Enumerable.Range(0, rows).Where(key => key % loads == load).Select(key => new object?[] { (long)key, 1L, 2m, DateTimeOffset.UnixEpoch })])
        {
            Way = SourceWay.AsyncRows,
            IsRepeated = true,
        })],
        1);
}
