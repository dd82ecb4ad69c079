using System.Globalization;
using Ematix.Planning;
using Ematix.Sql;
using Npgsql;

namespace Ematix.Loading;

/// <summary>Takes the target's lock: loads of one target queue, loads of different targets never wait for each other.</summary>
internal static class LoadLock
{
    public static async Task TakeAsync(
        Session session, LoadPlan plan, TimeSpan lockTimeout, TimeSpan? statementTimeout, CancellationToken cancellationToken)
    {
        await session.SetLimitAsync("lock_timeout", lockTimeout, cancellationToken).ConfigureAwait(false);
        await session.SetLimitAsync("statement_timeout", statementTimeout ?? TimeSpan.Zero, cancellationToken).ConfigureAwait(false);
        try
        {
            await session.ExecuteAsync(plan.Lock, cancellationToken).ConfigureAwait(false);
            await session.ExecuteAsync(plan.LockTable, cancellationToken).ConfigureAwait(false);
        }
        catch (PostgresException timeout) when (timeout.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            throw await ExplainAsync(session, plan, lockTimeout, timeout, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task<LoadLockTimeoutException> ExplainAsync(
        Session session, LoadPlan plan, TimeSpan lockTimeout, PostgresException timeout, CancellationToken cancellationToken)
    {
        await session.RestartAsync(cancellationToken).ConfigureAwait(false);
        var holders = await session.QueryAsync(
            plan.LockHolder, reader => (Pid: reader.GetInt32(0), Name: reader.GetString(1)), cancellationToken).ConfigureAwait(false);
        var who = holders is [var (pid, name), ..]
            ? $"process {pid.ToString(CultureInfo.InvariantCulture)}{(name.Length > 0 ? $" ({name})" : "")} holds its lock"
            : "its lock was held, or the table is being altered";
        return new LoadLockTimeoutException(
            $"The load of {Identifier.Table(plan.View)} waited {lockTimeout:c} for another one: {who}. Nothing was loaded. Try again when that load is done, or set a longer LockTimeout.",
            Identifier.Table(plan.View),
            holders is [var (holder, _), ..] ? holder : null,
            timeout);
    }
}
