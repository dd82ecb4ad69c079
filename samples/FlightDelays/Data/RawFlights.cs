using System.Runtime.CompilerServices;
using Ematix;
using Npgsql;

namespace FlightDelays.Data;

/// <summary>flights.csv.gz as the table <c>raw.flights</c>: what a warehouse would hold already.</summary>
public static class RawFlights
{
    private const string Columns =
        "flight_id, sched_dep_utc, actual_dep_utc, origin, dest, carrier, flight_no, tailnum, dep_delay, arr_delay, air_time, distance";

    /// <summary>Creates the table, empty.</summary>
    public static async Task CreateAsync(FeatureStore store, CancellationToken cancellationToken)
    {
        await using var command = store.DataSource.CreateCommand("""
            CREATE SCHEMA raw;
            CREATE TABLE raw.flights (
                flight_id      integer PRIMARY KEY,
                sched_dep_utc  timestamptz NOT NULL,
                actual_dep_utc timestamptz NOT NULL,
                origin         text NOT NULL,
                dest           text NOT NULL,
                carrier        text NOT NULL,
                flight_no      integer NOT NULL,
                tailnum        text,
                dep_delay      integer NOT NULL,
                arr_delay      integer,
                air_time       integer,
                distance       integer
            )
            """);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Sends the file as it is to the server, which parses it; returns the number of flights.</summary>
    /// <exception cref="DataFileException">The file is missing, or the server can't read it.</exception>
    public static async Task<long> LoadAsync(FeatureStore store, string folder, CancellationToken cancellationToken)
    {
        var file = new CsvFile(folder, "flights.csv.gz");
        file.CheckHeader(Columns.Replace(" ", ""));
        await using var connection = await store.DataSource.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var text = file.Open();
            await using var copy = await connection.BeginTextImportAsync(
                $"COPY raw.flights ({Columns}) FROM STDIN (FORMAT csv, HEADER)", cancellationToken);
            await text.CopyToAsync(copy.BaseStream, cancellationToken);
        }
        catch (PostgresException e)
        {
            throw new DataFileException($"flights.csv.gz can't be loaded: {e.MessageText} ({e.Where})", e);
        }
        catch (InvalidDataException e)
        {
            throw new DataFileException($"flights.csv.gz is no whole gzip file: {e.Message}", e);
        }

        await using var count = new NpgsqlCommand("SELECT count(*) FROM raw.flights", connection);
        return (long)(await count.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>All flights in flight_id order, streamed.</summary>
    public static async IAsyncEnumerable<Flight> ReadAsync(FeatureStore store, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var command = store.DataSource.CreateCommand(
            "SELECT flight_id, sched_dep_utc, origin, carrier, tailnum FROM raw.flights ORDER BY flight_id");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var tailnum = reader.IsDBNull(4) ? null : reader.GetString(4);
            yield return new Flight(reader.GetInt32(0), reader.GetFieldValue<DateTimeOffset>(1), reader.GetString(2), reader.GetString(3), tailnum);
        }
    }
}
