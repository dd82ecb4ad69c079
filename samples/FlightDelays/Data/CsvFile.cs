using System.IO.Compression;

namespace FlightDelays.Data;

/// <summary>A gzipped CSV file: UTF-8, a header line, no quotes, an empty field is NULL.</summary>
public sealed class CsvFile
{
    private readonly string _path;

    /// <exception cref="DataFileException">There is no such file.</exception>
    public CsvFile(string folder, string name)
    {
        _path = Path.Combine(folder, name);
        if (!File.Exists(_path))
            throw new DataFileException($"{_path} is missing. Give --data the folder that holds flights.csv.gz, weather.csv.gz and planes.csv.gz.");
    }

    /// <summary>The file's text, header line included.</summary>
    public Stream Open() => new GZipStream(File.OpenRead(_path), CompressionMode.Decompress);

    /// <summary>For a reader that takes the columns by position.</summary>
    /// <exception cref="DataFileException">The header is another.</exception>
    public void CheckHeader(string expected)
    {
        using var reader = new StreamReader(Open());
        if (ReadLine(reader) is var header && header != expected)
            throw new DataFileException($"{_path} starts with '{header}', not with the header {expected}.");
    }

    /// <summary>The rows after the header, streamed.</summary>
    /// <exception cref="DataFileException">A line has a quote, or not as many fields as the header; or the file is no gzip.</exception>
    public IEnumerable<CsvRow> Rows()
    {
        using var reader = new StreamReader(Open());
        var header = Fields(ReadLine(reader) ?? throw new DataFileException($"{_path} is empty; it should start with a header line."));
        for (var number = 2; ReadLine(reader) is { } line; number++)
        {
            var place = $"{_path}, line {number}";
            if (line.Contains('"', StringComparison.Ordinal))
                throw new DataFileException($"{place} has a quote, which this reader does not know.");
            var fields = Fields(line);
            if (fields.Length != header.Length)
                throw new DataFileException($"{place} has {fields.Length} fields, the header {header.Length}.");
            yield return new CsvRow(place, header, fields);
        }
    }

    private string? ReadLine(StreamReader reader)
    {
        try
        {
            return reader.ReadLine();
        }
        catch (InvalidDataException e)
        {
            throw new DataFileException($"{_path} is no whole gzip file: {e.Message}", e);
        }
    }

    private static string[] Fields(string line) => line.Split(',');
}
