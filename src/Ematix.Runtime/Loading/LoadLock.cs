using System.Globalization;
using Ematix.Planning;
using Ematix.Sql;
using Npgsql;

namespace Ematix.Loading;

/// <summary>Takes the target's lock: loads of one target queue, loads of different targets never wait for each other.</summary>
internal static class LoadLock
{
    public static async Task TakeAsync(Session session, LoadPlan plan, TimeSpan lockTimeout, TimeSpan? statementTimeout, CancellationToken cancellationToken)
    {
        await session.SetLimitAsync("lock_timeout", lockTimeout, cancellationToken).ConfigureAwait(false);
        await session.SetLimitAsync("statement_timeout", statementTimeout ?? TimeSpan.Zero, cancellationToken).ConfigureAwait(false);
        await ExplainAsync(session, plan, lockTimeout, TakeAsync, cancellationToken).ConfigureAwait(false);

        async Task TakeAsync()
        {
            await session.ExecuteAsync(plan.Lock, cancellationToken).ConfigureAwait(false);
            await session.ExecuteAsync(plan.LockTable, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Runs what waits for a lock, and says who has it if that takes too long. The transaction is over then, and its connection can ask.</summary>
    public static async Task ExplainAsync(Session session, LoadPlan plan, TimeSpan lockTimeout, Func<Task> wait, CancellationToken cancellationToken)
    {
        try
        {
            await wait().ConfigureAwait(false);
        }
        catch (PostgresException timeout) when (timeout.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            await session.RestartAsync(cancellationToken).ConfigureAwait(false);
            throw await ExplanationAsync(session, plan, lockTimeout, timeout, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task<LoadLockTimeoutException> ExplanationAsync(
        Session session, LoadPlan plan, TimeSpan lockTimeout, PostgresException timeout, CancellationToken cancellationToken)
    {
        var holders = await session.QueryAsync(
            plan.LockHolder, reader => (Pid: reader.GetInt32(0), Name: reader.GetString(1)), cancellationToken).ConfigureAwait(false);
        var who = holders is [var (pid, name), ..]
            ? $"process {pid.ToString(CultureInfo.InvariantCulture)}{(name.Length > 0 ? $" ({name})" : "")} holds its lock"
            : "its lock was held, or the table is being read or altered by something else";
        return new LoadLockTimeoutException(
            $"The load of {Identifier.Table(plan.View)} waited {lockTimeout:c} for another one: {who}. Nothing was loaded. Try again when that load is done, or set a longer LockTimeout.",
            Identifier.Table(plan.View),
            holders is [var (holder, _), ..] ? holder : null,
            timeout);
    }
}
