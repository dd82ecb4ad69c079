using System.Globalization;

namespace Ematix.Oracle.Tests;

/// <summary>How much was compared. Safe for several threads.</summary>
internal sealed class Tally
{
    private long _stories;
    private long _schemas;
    private long _keys;
    private long _loads;
    private long _refused;
    private long _rows;
    private long _versions;
    private long _lookups;

    public void AddStory() => Interlocked.Increment(ref _stories);

    public void AddSchema() => Interlocked.Increment(ref _schemas);

    public void AddLoad(bool isRefused, long rows)
    {
        Interlocked.Increment(ref isRefused ? ref _refused : ref _loads);
        Interlocked.Add(ref _rows, rows);
    }

    public void AddHistory(long versions)
    {
        Interlocked.Increment(ref _keys);
        Interlocked.Add(ref _versions, versions);
    }

    public void AddLookups(long lookups) => Interlocked.Add(ref _lookups, lookups);

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{_stories} stories ({_schemas} generated schemas), {_keys} keys, {_loads} loads and {_refused} refused ones of {_rows} rows; compared {_versions} versions and {_lookups} lookups");
}
