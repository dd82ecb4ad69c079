using System.Globalization;

namespace Ematix.Oracle.Tests;

/// <summary>The first cases of a property: the same at every run.</summary>
internal static class FixedCases
{
    /// <summary>Checks the cases 1 to <paramref name="count"/>, on a database of their own.</summary>
    /// <param name="postgres">The server.</param>
    /// <param name="property">What must hold.</param>
    /// <param name="count">How many cases.</param>
    /// <param name="settings">The settings of the sessions; none for the server's.</param>
    public static async Task CheckAsync(PostgresFixture postgres, Property property, uint count, params string[] settings)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var tally = new Tally();
        await using var lane = await Lane.OpenAsync(postgres, settings);
        for (var number = 1u; number <= count; number++)
            await CheckAsync(lane, property, number, tally, cancellationToken);
        TestContext.Current.TestOutputHelper?.WriteLine(tally.ToString());
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
