using Ematix.Planning;
using Npgsql;

namespace Ematix.Loading;

/// <summary>A query on another database than the store's; its rows are piped through as binary COPY data, in which a query can't have parameters.</summary>
internal sealed class RemoteSqlSource : Source
{
    private readonly SqlSource _local;
    private readonly IReadOnlyList<SourceParameter?> _parameters;

    public RemoteSqlSource(NpgsqlDataSource database, SqlInterpolation query)
    {
        Database = database;
        _local = new SqlSource(query.Text, query.Values);
        _parameters = [.. query.Values.Select((value, i) => SourceParameter.Of(value, i + 1))];
        Query = SqlSource.WithoutSemicolon(query.Write(number =>
            _parameters[number - 1] is { } parameter ? SourceQueryPlanner.Parameter(number, parameter.Type) : SourceQueryPlanner.NullParameter));
    }

    internal override SyncPath Path => SyncPath.CrossDatabase;

    public NpgsqlDataSource Database { get; }

    /// <summary>The query, which takes its values from settings of the transaction.</summary>
    public string Query { get; }

    /// <summary>The settings that hold the values, and the one by which an array's text is read.</summary>
    public IEnumerable<(string Name, string Value)> Settings()
    {
        foreach (var (i, parameter) in _parameters.Index())
        {
            if (parameter is null)
                continue;
            yield return (SourceQueryPlanner.ParameterName(i + 1), parameter.Text);
            if (parameter.Type.EndsWith(']'))
                yield return (SourceQueryPlanner.ArrayNulls, "on");
        }
    }

    /// <summary>Where it is the store's own pool after all, no row need leave the server, and a load does not wait for a second connection of a pool that it holds one of.</summary>
    internal override Source For(FeatureStore store) => ReferenceEquals(Database, store.DataSource) ? _local : this;
}
