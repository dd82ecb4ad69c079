namespace Ematix.Oracle.Tests.Properties;

/// <summary>What must hold between two stories, without asking the oracle.</summary>
public sealed class RelationTests(PostgresFixture postgres)
{
    [Fact]
    public Task One_batch_is_any_split_in_any_order() => FixedCases.CheckAsync(postgres, new SplitProperty(Drivers.Spend), 15);

    [Fact]
    public Task One_batch_is_any_split_in_any_order_of_composite_keys() => FixedCases.CheckAsync(postgres, new SplitProperty(Drivers.Reading), 15);

    [Fact]
    public Task Other_keys_change_nothing() => FixedCases.CheckAsync(postgres, new OthersProperty(Drivers.Cell), 10);

    [Fact]
    public Task Other_keys_change_nothing_in_snapshots() => FixedCases.CheckAsync(postgres, new OthersProperty(Drivers.Quote), 15);
}
