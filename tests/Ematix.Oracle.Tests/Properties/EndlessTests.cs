using System.Globalization;

namespace Ematix.Oracle.Tests.Properties;

/// <summary>Random cases for as long as asked, or one case again. Both on demand.</summary>
public sealed class EndlessTests(PostgresFixture postgres)
{
    private const string Minutes = "EMATIX_ORACLE_MINUTES";
    private const string Case = "EMATIX_ORACLE_CASE";
    private const string Only = "EMATIX_ORACLE_ONLY";

    [Fact]
    public async Task Random_cases_for_as_many_minutes_as_asked_or_one_case_again()
    {
        var (minutes, name) = (Environment.GetEnvironmentVariable(Minutes), Environment.GetEnvironmentVariable(Case));
        if (!string.IsNullOrEmpty(name))
            await AgainAsync(name);
        else if (!string.IsNullOrEmpty(minutes))
            await RandomAsync(TimeSpan.FromMinutes(double.Parse(minutes, CultureInfo.InvariantCulture)));
        else
            Assert.Skip($"It runs on demand: {Minutes}=20, or {Case}='stories of spend/17'.");
    }

    private async Task RandomAsync(TimeSpan time)
    {
        var failures = await new EndlessRun(postgres, Wanted, time, Write, TestContext.Current.CancellationToken).RunAsync();
        Assert.True(failures.Count == 0, string.Join("\n\n", failures));
    }

    /// <summary>The properties whose names begin as asked; all where nothing is asked.</summary>
    private static Property[] Wanted()
    {
        var start = Environment.GetEnvironmentVariable(Only) ?? "";
        Property[] wanted = [.. Catalog.All().Where(property => property.Name.StartsWith(start, StringComparison.Ordinal))];
        Assert.True(wanted.Length > 0, $"No property has a name that begins with {Only}='{start}'.");
        return wanted;
    }

    private Task AgainAsync(string name)
    {
        var parts = name.Split('/');
        return FixedCases.CheckOneAsync(postgres, Catalog.All().First(property => property.Name == parts[0]), uint.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    /// <summary>To the test's report, and at once to whoever watches.</summary>
    private static void Write(string text)
    {
        TestContext.Current.TestOutputHelper?.WriteLine(text);
        TestContext.Current.SendDiagnosticMessage(text);
    }
}
