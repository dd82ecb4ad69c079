using System.Data;
using Ematix.Model;
using Ematix.Runtime;
using Npgsql;

namespace Ematix.Reading;

/// <summary>Runs a bound lookup and makes its rows.</summary>
internal static class Lookup
{
    public static string Sql(string? plan, FeatureViewModel view) => plan
        ?? throw new NotSupportedException($"{view.CatalogName} keeps no history that this read needs (mode {view.Mode}).");

    /// <summary>The one row, or none. A lookup is the hottest path: its second attempt stands here, without a method of its own around the first.</summary>
    public static async ValueTask<TView?> OneAsync<TView>(NpgsqlCommand command, CancellationToken cancellationToken)
        where TView : class, IFeatureView<TView>
    {
        NpgsqlDataReader found;
        try
        {
            found = await command.ExecuteReaderAsync(CommandBehavior.SingleRow, cancellationToken).ConfigureAwait(false);
        }
        catch (PostgresException refused) when (FreshPlan.IsWanted(refused))
        {
            found = await FreshPlan.ReadAsync(command, CommandBehavior.SingleRow, cancellationToken).ConfigureAwait(false);
        }

        await using var reader = found;
        return await reader.ReadAsync(cancellationToken).ConfigureAwait(false) ? TView.ReadRow(new RowReader(reader)) : null;
    }

    /// <summary>Answers carry the position of their question in column 0, from 1; a question without an answer stays null.</summary>
    public static async ValueTask<IReadOnlyList<TView?>> ManyAsync<TView>(NpgsqlCommand command, int count, CancellationToken cancellationToken)
        where TView : class, IFeatureView<TView>
    {
        var answers = new TView?[count];
        await using var reader = await ReaderAsync(command, cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            answers[reader.GetInt64(0) - 1] = TView.ReadRow(new RowReader(reader, 1));
        return answers;
    }

    /// <summary>Runs a read of many rows; a plan that an ALTER made stale is made anew.</summary>
    public static async Task<NpgsqlDataReader> ReaderAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        try
        {
            return await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (PostgresException refused) when (FreshPlan.IsWanted(refused))
        {
            return await FreshPlan.ReadAsync(command, CommandBehavior.Default, cancellationToken).ConfigureAwait(false);
        }
    }
}
