using Npgsql;

namespace Ematix.Tests.Reliability;

/// <summary>
/// Holds a load of <see cref="ProfileStory"/> at a step: triggers, and a function in the source, wait for a lock that the test has. At
/// <see cref="LoadStep.Commit"/> a deferred trigger waits inside the COMMIT.
/// </summary>
internal sealed class StepGate : IAsyncDisposable
{
    private const string Install = """
        CREATE SCHEMA gate;
        CREATE TABLE gate.closed (step text);
        CREATE FUNCTION gate.pass(step text) RETURNS boolean VOLATILE LANGUAGE plpgsql AS $$
        BEGIN
            IF EXISTS (SELECT FROM gate.closed AS c WHERE c.step = pass.step) THEN
                PERFORM pg_advisory_xact_lock(4242);
            END IF;
            RETURN true;
        END $$;
        CREATE FUNCTION gate.hold() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            PERFORM gate.pass(TG_ARGV[0]);
            RETURN NEW;
        END $$;
        CREATE TRIGGER gate_close BEFORE UPDATE ON features.online_profile_v1 FOR EACH STATEMENT EXECUTE FUNCTION gate.hold('close');
        CREATE TRIGGER gate_insert AFTER INSERT ON features.online_profile_v1 FOR EACH STATEMENT EXECUTE FUNCTION gate.hold('insert');
        CREATE TRIGGER gate_catalog AFTER UPDATE ON ematix_flow.feature_views FOR EACH STATEMENT EXECUTE FUNCTION gate.hold('catalog');
        CREATE TRIGGER gate_finish BEFORE UPDATE ON ematix_flow.run_history FOR EACH ROW WHEN (NEW.status = 'succeeded') EXECUTE FUNCTION gate.hold('finish');
        CREATE CONSTRAINT TRIGGER gate_commit AFTER UPDATE ON ematix_flow.run_history DEFERRABLE INITIALLY DEFERRED
            FOR EACH ROW WHEN (NEW.status = 'succeeded') EXECUTE FUNCTION gate.hold('commit');
        """;

    private readonly TestStore _test;
    private readonly NpgsqlConnection _keeper;

    private StepGate(TestStore test, NpgsqlConnection keeper) => (_test, _keeper) = (test, keeper);

    /// <summary>Makes the first load, and then closes the gate at a step of the next one.</summary>
    public static async Task<StepGate> CloseAsync(TestStore test, LoadStep step)
    {
        await ProfileStory.LoadFirstAsync(test.Store);
        await test.ExecuteAsync(Install);
        await test.ExecuteAsync($"INSERT INTO gate.closed VALUES ('{step.ToString().ToLowerInvariant()}')");
        var keeper = new NpgsqlConnection(test.ConnectionString + ";Pooling=false");
        await keeper.OpenAsync();
        await using var take = new NpgsqlCommand("SELECT pg_advisory_lock(4242)", keeper);
        await take.ExecuteNonQueryAsync();
        return new(test, keeper);
    }

    /// <summary>Waits until a load stands at the gate.</summary>
    /// <returns>Its server process.</returns>
    public async Task<int> HeldAsync(Task load)
    {
        while (true)
        {
            if (load.IsCompleted)
                await load;
            if (await _test.RowsAsync("SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND objid = 4242 AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())") is [var pid])
                return int.Parse(pid, System.Globalization.CultureInfo.InvariantCulture);
            await Task.Delay(5);
        }
    }

    /// <summary>Lets what waits go on, and later loads pass.</summary>
    public async Task OpenAsync()
    {
        await _test.ExecuteAsync("DELETE FROM gate.closed");
        await _keeper.CloseAsync();
    }

    public ValueTask DisposeAsync() => _keeper.DisposeAsync();
}

/// <summary>Where a load can be held.</summary>
public enum LoadStep
{
    Stage,
    Close,
    Insert,
    Catalog,
    Finish,
    Commit,
}
