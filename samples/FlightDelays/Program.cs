using System.Diagnostics;
using Ematix;
using Ematix.LocalPostgres;
using FlightDelays;
using FlightDelays.Answers;
using FlightDelays.Data;
using FlightDelays.Training;
using Npgsql;

// What was known of every flight an hour before its departure, and what is that worth to a model? Exit codes: 0 done, 1 failed, 2 not understood, 130 interrupted.
if (args is ["--help"] or ["-h"])
{
    Console.WriteLine(Arguments.Usage);
    return 0;
}

using var interrupt = new Interrupt();
try
{
    await RunAsync(Arguments.Parse(args), interrupt.Token);
    return 0;
}
catch (UsageException e)
{
    await Console.Error.WriteLineAsync($"{e.Message}\n{Arguments.Usage}");
    return 2;
}
catch (OperationCanceledException) when (interrupt.Token.IsCancellationRequested)
{
    await Console.Error.WriteLineAsync("Interrupted. All that was started is gone; the file of answers, if there is one, is incomplete.");
    return 130;
}
catch (Exception e) when (e is DataFileException or IOException or UnauthorizedAccessException or EmatixException or PostgresUnavailableException or NpgsqlException)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 1;
}

static async Task RunAsync(Arguments arguments, CancellationToken cancellationToken)
{
    var started = Stopwatch.GetTimestamp();
    FlightData.Check(arguments.Data);
    DelayChart.Check(arguments.Chart);
    await using var file = arguments.Out is { } path ? new AnswerFile(path) : null;

    await using var server = await PostgresServer.StartAsync(cancellationToken: cancellationToken);
    await using var database = await server.CreateDatabaseAsync(cancellationToken);
    await using var store = FeatureStore.Open(database.ConnectionString);
    Report.Line($"{server.Description}, started in {Stopwatch.GetElapsedTime(started).TotalSeconds:0.00} s");

    var (flights, elapsed) = await FlightData.CopyFlightsAsync(store, arguments.Data, cancellationToken);
    Report.Line($"raw.flights: {flights:N0} rows copied in {elapsed.TotalSeconds:0.00} s");
    Report.Loaded(await FlightData.SyncAsync(store, arguments.Data, cancellationToken));

    Report.Answered(await FlightAnswers.AnswerAsync(store, file, cancellationToken));
    await TrainAsync(store, arguments.Chart, cancellationToken);
    var written = arguments.Out is null ? "Give --out FILE to keep the answers." : $"The answers are in {arguments.Out}.";
    Report.Line($"All in {Stopwatch.GetElapsedTime(started).TotalSeconds:0.00} s. {written}");
}

static async Task TrainAsync(FeatureStore store, string? chart, CancellationToken cancellationToken)
{
    var started = Stopwatch.GetTimestamp();
    var flights = await ProgressBar.ShowAsync("training set", progress => TrainingFlights.ReadAsync(store, progress, cancellationToken));
    Report.Line($"training set: {flights.PointInTime.Count:N0} flights in one call, {Stopwatch.GetElapsedTime(started).TotalSeconds:0.00} s");
    if (await ProgressBar.ShowAsync("two models", () => Experiment.Run(flights)) is not { } experiment)
    {
        Report.Line($"There are too few flights to train a model on.");
        return;
    }

    Report.Judged(experiment);
    if (chart is null)
        return;
    var strongest = experiment.Gains.First(feature => !FlightFeatures.IsFromTimetable(feature.Feature)).Feature;
    DelayChart.Save(DelayChart.Rates(flights.PointInTime, strongest), strongest, chart);
    Report.Line($"The chart is in {chart}.");
}
