namespace Ematix.Oracle.Tests.Properties;

/// <summary>How much every run compares. Each group of cases asserts that it tells as many sequences as it says.</summary>
public sealed class SuiteTests
{
    [Fact]
    public void At_least_two_thousand_sequences_of_commands_of_one_key_are_compared_with_the_oracle() =>
        Assert.True(Suite.Stories.Sum(cases => cases.Sequences) >= 2000);

    [Fact]
    public void At_least_two_thousand_random_spine_rows_are_compared_with_the_oracle_each_with_a_random_history() =>
        Assert.True(Suite.Training.Sum(cases => cases.SpineAnswers) >= 2000);
}
