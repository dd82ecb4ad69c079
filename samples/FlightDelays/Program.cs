using System.Diagnostics;
using Ematix;
using Ematix.LocalPostgres;
using FlightDelays;
using FlightDelays.Answers;
using FlightDelays.Data;
using Npgsql;

// What was known of every flight an hour before its departure? Exit codes: 0 done, 1 failed, 2 not understood, 130 interrupted.
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
    await using var file = arguments.Out is { } path ? new AnswerFile(path) : null;

    await using var server = await PostgresServer.StartAsync(cancellationToken: cancellationToken);
    await using var database = await server.CreateDatabaseAsync(cancellationToken);
    await using var store = FeatureStore.Open(database.ConnectionString);
    Report.Line($"{server.Description}, started in {Stopwatch.GetElapsedTime(started).TotalSeconds:0.00} s");

    var (flights, elapsed) = await FlightData.CopyFlightsAsync(store, arguments.Data, cancellationToken);
    Report.Line($"raw.flights: {flights:N0} rows copied in {elapsed.TotalSeconds:0.00} s");
    Report.Loaded(await FlightData.SyncAsync(store, arguments.Data, cancellationToken));

    Report.Answered(await FlightAnswers.AnswerAsync(store, file, cancellationToken));
    var written = arguments.Out is null ? "Give --out FILE to keep the answers." : $"The answers are in {arguments.Out}.";
    Report.Line($"All in {Stopwatch.GetElapsedTime(started).TotalSeconds:0.00} s. {written}");
}
