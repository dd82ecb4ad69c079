using Ematix;
using FlightDelays.Views;

namespace FlightDelays.Answers;

/// <summary>What is asked about every flight: each view by the flight's key in it, and every feature of the answer.</summary>
public static class FlightQuestions
{
    /// <summary>A flight without a tail number asks for the empty one, which no aircraft has.</summary>
    private const string NoTailnum = "";

    public static IReadOnlyList<Question> Of(FeatureStore store) =>
    [
        new Question<AirportWeather, string>(
            flight => flight.Origin,
            (keys, asOfs, cancellationToken) => AirportWeather.PointInTimeAsync(store, keys, asOfs, cancellationToken: cancellationToken),
            (AirportWeather.Columns.ObsUtc, row => row.ObsUtc),
            (AirportWeather.Columns.Temp, row => row.Temp),
            (AirportWeather.Columns.Dewp, row => row.Dewp),
            (AirportWeather.Columns.Humid, row => row.Humid),
            (AirportWeather.Columns.WindDir, row => row.WindDir),
            (AirportWeather.Columns.WindSpeed, row => row.WindSpeed),
            (AirportWeather.Columns.Precip, row => row.Precip),
            (AirportWeather.Columns.Pressure, row => row.Pressure),
            (AirportWeather.Columns.Visib, row => row.Visib)),
        new Question<TailLastLeg, string>(
            flight => flight.Tailnum ?? NoTailnum,
            (keys, asOfs, cancellationToken) => TailLastLeg.PointInTimeAsync(store, keys, asOfs, cancellationToken: cancellationToken),
            (TailLastLeg.Columns.ActualDepUtc, row => row.ActualDepUtc),
            (TailLastLeg.Columns.FlightId, row => row.FlightId),
            (TailLastLeg.Columns.DepDelay, row => row.DepDelay),
            (TailLastLeg.Columns.Origin, row => row.Origin),
            (TailLastLeg.Columns.Dest, row => row.Dest)),
        new Question<CarrierOriginLoad, CarrierOriginLoad.Key>(
            flight => new(flight.Carrier, flight.Origin),
            (keys, asOfs, cancellationToken) => CarrierOriginLoad.PointInTimeAsync(store, keys, asOfs, cancellationToken: cancellationToken),
            (CarrierOriginLoad.Columns.ActualDepUtc, row => row.ActualDepUtc),
            (CarrierOriginLoad.Columns.Departures24h, row => row.Departures24h),
            (CarrierOriginLoad.Columns.DepDelaySum24h, row => row.DepDelaySum24h)),
        new Question<Plane, string>(
            flight => flight.Tailnum ?? NoTailnum,
            (keys, asOfs, cancellationToken) => Plane.PointInTimeAsync(store, keys, asOfs, cancellationToken: cancellationToken),
            (Plane.Columns.BuiltUtc, row => row.BuiltUtc),
            (Plane.Columns.Manufacturer, row => row.Manufacturer),
            (Plane.Columns.Model, row => row.Model),
            (Plane.Columns.Engines, row => row.Engines),
            (Plane.Columns.Seats, row => row.Seats)),
    ];
}
