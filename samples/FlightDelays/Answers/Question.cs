using System.Diagnostics;
using Ematix;
using FlightDelays.Data;

namespace FlightDelays.Answers;

/// <summary>One view, asked about flights in batches: its columns in the answers, and what it cost.</summary>
public abstract class Question
{
    /// <summary>The view's name in snake_case.</summary>
    public abstract string View { get; }

    /// <summary>The names of its columns: <c>{view}__{column}</c>.</summary>
    public abstract IEnumerable<string> Header { get; }

    /// <summary>How many flights it was asked about.</summary>
    public long Asked { get; protected set; }

    /// <summary>For how many of them nothing was known.</summary>
    public long Unknown { get; protected set; }

    /// <summary>The time spent in asking.</summary>
    public TimeSpan Elapsed { get; protected set; }

    /// <summary>Asks the view about every flight as of its own time, in one call.</summary>
    public abstract Task AskAsync(IReadOnlyList<Flight> flights, CancellationToken cancellationToken);

    /// <summary>The values that it answered for a flight of the last batch, one a column of <see cref="Header"/>.</summary>
    public abstract IEnumerable<object?> Values(int flight);
}

/// <summary>The question of a view with keys of type <typeparamref name="TKey"/>.</summary>
/// <param name="key">Finds a flight's key.</param>
/// <param name="ask">The view's own <c>PointInTimeAsync</c>.</param>
/// <param name="features">The columns to write, with their values.</param>
public sealed class Question<TView, TKey>(
    Func<Flight, TKey> key,
    Func<IReadOnlyList<TKey>, IReadOnlyList<DateTimeOffset>, CancellationToken, ValueTask<IReadOnlyList<TView?>>> ask,
    params (FeatureColumn<TView> Column, Func<TView, object?> Value)[] features) : Question
    where TView : class, IFeatureView<TView>
{
    private IReadOnlyList<TView?> _answers = [];

    public override string View => TView.Definition.Name;

    public override IEnumerable<string> Header => features.Select(feature => $"{View}__{feature.Column.Name}");

    public override async Task AskAsync(IReadOnlyList<Flight> flights, CancellationToken cancellationToken)
    {
        var keys = flights.Select(key).ToArray();
        var asOfs = flights.Select(flight => flight.AsOf).ToArray();
        var started = Stopwatch.GetTimestamp();
        _answers = await ask(keys, asOfs, cancellationToken);
        Elapsed += Stopwatch.GetElapsedTime(started);
        Asked += _answers.Count;
        Unknown += _answers.Count(answer => answer is null);
    }

    public override IEnumerable<object?> Values(int flight) =>
        features.Select(feature => _answers[flight] is { } row ? feature.Value(row) : null);
}
