namespace FlightDelays.Training;

/// <summary>A flight as a model takes it.</summary>
public sealed class FlightExample
{
    public required int FlightId { get; init; }

    /// <summary>When the prediction is made, in UTC.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>Whether it left more than 15 minutes late: what is to be predicted.</summary>
    public required bool Label { get; init; }

    /// <summary>One number a feature, in the order of <see cref="FlightFeatures.Names"/>; NaN where nothing was known.</summary>
    public required float[] Features { get; init; }
}
