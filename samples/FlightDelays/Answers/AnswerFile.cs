using System.Text;

namespace FlightDelays.Answers;

/// <summary>The answers as CSV: UTF-8 without a mark, LF, one line a flight.</summary>
public sealed class AnswerFile : IAsyncDisposable
{
    private readonly StreamWriter _writer;

    /// <exception cref="IOException">The file can't be created.</exception>
    public AnswerFile(string path) => _writer = new StreamWriter(path, append: false, new UTF8Encoding(false)) { NewLine = "\n" };

    public Task WriteHeaderAsync(IEnumerable<Question> questions) =>
        _writer.WriteLineAsync(string.Join(',', questions.SelectMany(question => question.Header).Prepend("flight_id")));

    /// <summary>Writes what the questions answered for a flight of their last batch.</summary>
    public Task WriteAsync(int flightId, IEnumerable<Question> questions, int flight) =>
        _writer.WriteLineAsync(string.Join(',', questions.SelectMany(question => question.Values(flight)).Prepend(flightId).Select(CsvText.Of)));

    public ValueTask DisposeAsync() => _writer.DisposeAsync();
}
