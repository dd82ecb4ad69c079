using System.Data;
using Ematix.Planning;
using Npgsql;

namespace Ematix.Loading;

/// <summary>Describes a query without running it.</summary>
internal static class SourceSchema
{
    public static async Task<IReadOnlyList<SourceColumn>> DescribeAsync(Session session, string query, NpgsqlParameter[] parameters, CancellationToken cancellationToken)
    {
        await using var command = session.Command(query, parameters);
        await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SchemaOnly, cancellationToken).ConfigureAwait(false);
        return [.. Enumerable.Range(0, reader.FieldCount).Select(i => new SourceColumn(reader.GetName(i), TypeName(reader.GetDataTypeName(i))))];
    }

    /// <summary>As the server's format_type writes it: without a space between precision and scale.</summary>
    private static string TypeName(string name) => name.Replace(", ", ",", StringComparison.Ordinal);
}
