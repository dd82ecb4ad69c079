using static Ematix.Tests.Times;

namespace Ematix.Tests.Sources;

/// <summary>Semantics §5: of another database, too, only what is new is read, and the watermark moves with the rows.</summary>
public sealed class RemoteWatermarkTests(PostgresFixture postgres)
{
    private const string People = "SELECT id, city, true AS active, 1.0::float8 AS score, changed FROM people";

    public static TheoryData<string, string[], object> Columns => new()
    {
        { "timestamptz", ["2024-03-01 10:00Z", "2024-03-01 10:00:00.000001Z", "2024-03-01 10:00:00.000002Z"], At("2024-03-01 10:00:00.000002") },
        { "timestamp", ["2024-03-01 10:00", "2024-03-01 11:00", "2024-03-02 10:00"], new DateTime(2024, 3, 2, 10, 0, 0) },
        { "date", ["2024-01-02", "2024-02-01", "2024-02-03"], new DateOnly(2024, 2, 3) },
        { "smallint", ["-2", "9", "10"], 10L },
        { "varchar(9)", ["Z", "a", "b"], "b" },
        { "uuid", ["0f000000-0000-0000-0000-000000000000", "70000000-0000-0000-0000-000000000000", "f0000000-0000-0000-0000-000000000000"], new Guid("f0000000-0000-0000-0000-000000000000") },
    };

    [Theory]
    [MemberData(nameof(Columns), DisableDiscoveryEnumeration = true)]
    public async Task Only_rows_from_the_watermark_on_are_read_in_any_session(string type, string[] values, object last)
    {
        await using var test = (await TwoDatabases.CreateAsync(postgres, "datestyle = 'SQL, DMY'", "timezone = 'America/St_Johns'")).Audits<Profile>();
        await test.Other.ExecuteAsync($"SET datestyle = ISO; SET timezone = UTC; CREATE TABLE people (id int, city text, changed {type}); INSERT INTO people VALUES (1, 'a', '{values[0]}'), (2, 'b', '{values[1]}')");
        SyncOptions<Profile> options = new() { IncrementalColumn = "changed" };
        Assert.Equal(2, (await Profile.SyncAsync(test.Store, Source.Sql(test.Database, People), options)).RowsRead);

        await test.Other.ExecuteAsync($"SET datestyle = ISO; SET timezone = UTC; INSERT INTO people VALUES (3, 'c', '{values[2]}')");
        var second = await Profile.SyncAsync(test.Store, Source.Sql(test.Database, People), options);
        Assert.Equal((2, 1, last), (second.RowsRead, second.Inserted, second.Watermark!.Value));
        Assert.Equal(1, (await Profile.SyncAsync(test.Store, Source.Sql(test.Database, People), options)).RowsRead);
    }

    [Fact]
    public async Task Rows_committed_late_are_read_by_looking_back_and_one_without_a_value_refuses()
    {
        await using var test = (await TwoDatabases.CreateAsync(postgres)).Audits<Profile>();
        await test.Other.ExecuteAsync("CREATE TABLE people (id int, city text, changed timestamptz); INSERT INTO people VALUES (1, 'a', '2024-03-01 10:00Z')");
        SyncOptions<Profile> options = new() { IncrementalColumn = "changed", Lookback = TimeSpan.FromMinutes(5) };
        await Profile.SyncAsync(test.Store, Source.Sql(test.Database, People), options);
        await test.Other.ExecuteAsync("INSERT INTO people VALUES (2, 'b', '2024-03-01 09:55Z'), (3, 'c', '2024-03-01 09:54:59.999999Z')");
        Assert.Equal((2, 1), Counts(await Profile.SyncAsync(test.Store, Source.Sql(test.Database, People), options)));

        await test.Other.ExecuteAsync("INSERT INTO people VALUES (4, 'd', NULL)");
        await Assert.ThrowsAsync<IncrementalValueException>(() => Profile.SyncAsync(test.Store, Source.Sql(test.Database, People), options));
    }

    [Fact]
    public async Task Mode_Append_reads_above_the_watermark_only_and_beside_values_of_the_query()
    {
        await using var test = await TwoDatabases.CreateAsync(postgres);
        await test.Other.ExecuteAsync("CREATE TABLE notes AS SELECT g AS id, 'n'::text AS note FROM generate_series(1, 3) AS g");
        SyncOptions<Appended> options = new() { IncrementalColumn = "id" };
        var note = "n";
        Assert.Equal(3, (await Appended.SyncAsync(test.Store, Source.Sql(test.Database, $"SELECT * FROM notes WHERE note = {note}"), options)).Inserted);
        await test.Other.ExecuteAsync("INSERT INTO notes VALUES (4, 'n'), (5, 'x')");
        Assert.Equal((1, 1), Counts(await Appended.SyncAsync(test.Store, Source.Sql(test.Database, $"SELECT * FROM notes WHERE note = {note}"), options)));
    }

    private static (long Read, long Inserted) Counts(SyncResult result) => (result.RowsRead, result.Inserted);
}
