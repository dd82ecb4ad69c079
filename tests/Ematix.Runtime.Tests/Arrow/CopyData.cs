using Apache.Arrow;
using Ematix.Model;
using Ematix.Runtime;
using Ematix.Sql;
using Ematix.Tests.Types;
using Npgsql;

namespace Ematix.Tests.Arrow;

/// <summary>Binary COPY data of a test's own server, and its reading.</summary>
internal static class CopyData
{
    public static readonly FeatureViewModel EveryTypeView = Definition<EveryType>();

    /// <summary>The bytes that the server sends for a query.</summary>
    public static async Task<byte[]> OfAsync(TestStore test, string query)
    {
        await using var connection = await OpenAsync(test);
        await using var copy = await connection.BeginRawBinaryCopyAsync($"COPY ({query}) TO STDOUT (FORMAT binary)");
        var bytes = new MemoryStream();
        await copy.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    public static async Task<NpgsqlConnection> OpenAsync(TestStore test)
    {
        var connection = new NpgsqlConnection(test.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    /// <summary>The rows of <see cref="TypeCases"/>, loaded, as the server sends them.</summary>
    public static async Task<byte[]> OfEveryTypeAsync(TestStore test)
    {
        await EveryType.SyncAsync(test.Store, TypeCases.All.Select(row => row.Given));
        return await OfAsync(test, EveryTypeQuery);
    }

    public static string EveryTypeQuery => $"SELECT {string.Join(", ", EveryTypeView.Columns.Select(column => Identifier.Quote(column.Column)))} FROM features.every_type_v1 ORDER BY id";

    public static IAsyncEnumerable<RecordBatch> ReadEveryTypeAsync(Stream copy, CopyToArrowOptions? options = null, CancellationToken cancellationToken = default) =>
        CopyToArrow.ReadAsync(copy, EveryTypeView.ArrowSchema(), TypesOf(EveryTypeView), options ?? new(), cancellationToken);

    public static ColumnType[] TypesOf(FeatureViewModel view) => [.. view.Columns.Select(column => column.Type)];

    /// <summary>All rows as text; the batches are disposed.</summary>
    public static async Task<List<string[]>> RowsAsync(IAsyncEnumerable<RecordBatch> batches)
    {
        var rows = new List<string[]>();
        await foreach (var batch in batches)
        {
            using (batch)
                rows.AddRange(ArrowRows.Of<EveryType>(batch));
        }

        return rows;
    }

    private static FeatureViewModel Definition<TView>()
        where TView : class, IFeatureView<TView> => TView.Definition;
}
