using System.Globalization;
using Apache.Arrow;
using Apache.Arrow.Types;
using Npgsql;

namespace Ematix.Tests.Memory;

/// <summary>A load in a process of its own, whose heap is limited. Prints the rows that it loaded.</summary>
internal static class MemoryWorker
{
    /// <summary>The first argument of a process that is to be one; the kind of source and the number of rows follow.</summary>
    public const string Command = "load-in-bounded-memory";

    public const string StoreVariable = "EMATIX_MEMORY_STORE";
    public const string SourceVariable = "EMATIX_MEMORY_SOURCE";
    public const int OutOfMemory = 3;

    public static async Task<int> RunAsync(string kind, string rows)
    {
        var count = int.Parse(rows, CultureInfo.InvariantCulture);
        await using var store = FeatureStore.Open(Environment.GetEnvironmentVariable(StoreVariable)!);
        try
        {
            var result = kind switch
            {
                "query" => await FromQueryAsync(store, count),
                "rows" => await Wide.SyncAsync(store, StreamAsync(count)),
                "batches" => await Wide.SyncAsync(store, Source.Arrow(Batches(count))),
                "list" => await Wide.SyncAsync(store, await StreamAsync(count).ToListAsync()),
                _ => throw new ArgumentException($"{kind} is no kind of source.", nameof(kind)),
            };
            Console.WriteLine(result.Inserted.ToString(CultureInfo.InvariantCulture));
            return 0;
        }
        catch (OutOfMemoryException)
        {
            return OutOfMemory;
        }
    }

    private static async Task<SyncResult> FromQueryAsync(FeatureStore store, int count)
    {
        await using var database = NpgsqlDataSource.Create(Environment.GetEnvironmentVariable(SourceVariable)!);
        return await Wide.SyncAsync(store, Source.Sql(database, $"SELECT g AS id, repeat('x', 60) || g AS note FROM (SELECT generate_series(1, {count}) AS g) AS s"));
    }

    private static IEnumerable<RecordBatch> Batches(int count)
    {
        const int Size = 10_000;
        var schema = new Schema([new Field("id", Int32Type.Default, nullable: false), new Field("note", StringType.Default, nullable: true)], metadata: null);
        for (var first = 1; first <= count; first += Size)
        {
            var ids = Enumerable.Range(first, Math.Min(Size, count - first + 1)).ToArray();
            using var batch = new RecordBatch(schema, [new Int32Array.Builder().AppendRange(ids).Build(), new StringArray.Builder().AppendRange(ids.Select(Note)).Build()], ids.Length);
            yield return batch;
        }
    }

    private static async IAsyncEnumerable<Wide> StreamAsync(int count)
    {
        for (var i = 1; i <= count; i++)
        {
            if (i % 10_000 == 0)
                await Task.Yield();
            yield return new Wide { Id = i, Note = Note(i) };
        }
    }

    private static string Note(int i) => new string('x', 60) + i.ToString(CultureInfo.InvariantCulture);
}
