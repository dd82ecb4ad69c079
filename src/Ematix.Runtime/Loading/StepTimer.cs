using System.Diagnostics;

namespace Ematix.Loading;

/// <summary>Takes the time of a load's steps, one after the other.</summary>
internal sealed class StepTimer
{
    private readonly List<SyncStep> _steps = [];
    private readonly long _started = Stopwatch.GetTimestamp();
    private long _since = Stopwatch.GetTimestamp();

    public IReadOnlyList<SyncStep> Steps => _steps;

    public TimeSpan Total => Stopwatch.GetElapsedTime(_started);

    /// <summary>Says that what was done since the last step was this one.</summary>
    public void Done(SyncStepKind kind)
    {
        var now = Stopwatch.GetTimestamp();
        _steps.Add(new(kind, Stopwatch.GetElapsedTime(_since, now)));
        _since = now;
    }
}
