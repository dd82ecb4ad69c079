using System.Globalization;

namespace Ematix.Oracle.Tests;

/// <summary>How much was compared. Safe for several threads.</summary>
internal sealed class Tally
{
    private long _stories;
    private long _schemas;
    private long _evolutions;
    private long _sequences;
    private long _histories;
    private long _loads;
    private long _refused;
    private long _vain;
    private long _rows;
    private long _versions;
    private long _lookups;
    private long _sets;
    private long _spineRows;
    private long _spineAnswers;

    /// <summary>Commands of one key, in order: as many as there are keys in all stories.</summary>
    public long Sequences => Interlocked.Read(ref _sequences);

    /// <summary>Rows of the spines of historical reads, each once for every history that it was joined with.</summary>
    public long SpineAnswers => Interlocked.Read(ref _spineAnswers);

    /// <summary>A story of so many keys.</summary>
    public void AddStory(long sequences)
    {
        Interlocked.Increment(ref _stories);
        Interlocked.Add(ref _sequences, sequences);
    }

    /// <summary>A dry run or a load that failed in mid-flight.</summary>
    public void AddVain() => Interlocked.Increment(ref _vain);

    public void AddSchema() => Interlocked.Increment(ref _schemas);

    public void AddEvolution() => Interlocked.Increment(ref _evolutions);

    public void AddLoad(bool isRefused, long rows)
    {
        Interlocked.Increment(ref isRefused ? ref _refused : ref _loads);
        Interlocked.Add(ref _rows, rows);
    }

    public void AddHistory(long versions)
    {
        Interlocked.Increment(ref _histories);
        Interlocked.Add(ref _versions, versions);
    }

    public void AddLookups(long lookups) => Interlocked.Add(ref _lookups, lookups);

    /// <summary>A historical read of so many rows over so many views.</summary>
    public void AddSpine(long rows, long views)
    {
        Interlocked.Increment(ref _sets);
        Interlocked.Add(ref _spineRows, rows);
        Interlocked.Add(ref _spineAnswers, rows * views);
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{_stories} stories ({_schemas} generated schemas, {_evolutions} evolved) of {_sequences} keys, {_loads} loads and {_refused} refused ones of {_rows} rows, {_vain} dry runs and crashes; compared {_histories} histories of {_versions} versions and {_lookups} lookups, {_sets} training sets of {_spineRows} spine rows × histories = {_spineAnswers}");
}
