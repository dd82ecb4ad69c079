using System.Globalization;

namespace Ematix.Oracle.Tests;

/// <summary>The first cases of a property, on a database of their own: the same at every run.</summary>
/// <param name="Name">What they are, as a test's name goes on.</param>
/// <param name="Property">What must hold.</param>
/// <param name="Count">How many cases: those of the numbers 1 to this one.</param>
/// <param name="Sequences">How many sequences of commands of one key they tell at least.</param>
internal sealed record FixedCases(string Name, Property Property, uint Count, long Sequences)
{
    /// <summary>How many rows of spines they read at least, each once for every history that it is joined with.</summary>
    public long SpineAnswers { get; init; }

    /// <summary>The settings of the sessions; none for the server's.</summary>
    public string[] Settings { get; init; } = Sessions.Plain;

    public async Task CheckAsync(PostgresFixture postgres)
    {
        var tally = new Tally();
        await using var lane = await Lane.OpenAsync(postgres, Settings);
        for (var number = 1u; number <= Count; number++)
            await CheckAsync(lane, Property, number, tally, TestContext.Current.CancellationToken);
        TestContext.Current.TestOutputHelper?.WriteLine(tally.ToString());
        Assert.True(tally.Sequences >= Sequences, string.Create(CultureInfo.InvariantCulture, $"{Name}: {tally.Sequences} sequences of one key, not {Sequences}"));
        Assert.True(tally.SpineAnswers >= SpineAnswers, string.Create(CultureInfo.InvariantCulture, $"{Name}: {tally.SpineAnswers} answers for rows of spines, not {SpineAnswers}"));
    }

    /// <summary>Checks one case.</summary>
    public static async Task CheckOneAsync(PostgresFixture postgres, Property property, uint number)
    {
        await using var lane = await Lane.OpenAsync(postgres);
        await CheckAsync(lane, property, number, new Tally(), TestContext.Current.CancellationToken);
    }

    private static async Task CheckAsync(Lane lane, Property property, uint number, Tally tally, CancellationToken cancellationToken)
    {
        Cultures.Set(number);
        try
        {
            await property.CheckAsync(lane, number, tally, cancellationToken);
        }
        catch (PropertyFailedException failed)
        {
            Assert.Fail(string.Create(CultureInfo.InvariantCulture, $"EMATIX_ORACLE_CASE='{property.Name}/{number}'\n{failed.Message}"));
        }
    }
}
