using Ematix;
using FlightDelays.Data;

namespace FlightDelays.Answers;

/// <summary>Asks every view about every flight, batch by batch: memory does not grow with the number of flights.</summary>
public static class FlightAnswers
{
    private const int BatchSize = 10_000;

    /// <summary>Answers all flights, in flight_id order, into <paramref name="file"/> if there is one; returns the questions with what they cost.</summary>
    public static async Task<IReadOnlyList<Question>> AnswerAsync(FeatureStore store, AnswerFile? file, CancellationToken cancellationToken)
    {
        var questions = FlightQuestions.Of(store);
        if (file is not null)
            await file.WriteHeaderAsync(questions);
        await foreach (var flights in RawFlights.ReadAsync(store, cancellationToken).Chunk(BatchSize).WithCancellation(cancellationToken))
        {
            foreach (var question in questions)
                await question.AskAsync(flights, cancellationToken);
            for (var i = 0; file is not null && i < flights.Length; i++)
                await file.WriteAsync(flights[i].FlightId, questions, i);
        }

        return questions;
    }
}
