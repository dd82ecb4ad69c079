namespace Ematix.Analyzers.Tests;

public sealed class EMX4002Tests
{
    [Theory]
    [InlineData("Source.Sql({|EMX4002:\"SELECT \" + name|})")]
    [InlineData("Source.Sql({|EMX4002:\"SELECT \" + Name + name|})")]
    [InlineData("Source.Sql({|EMX4002:string.Format(\"SELECT {0}\", name)|})")]
    [InlineData("Source.Sql({|EMX4002:string.Concat(\"SELECT \", name)|})")]
    [InlineData("Source.Sql({|EMX4002:string.Create(System.Globalization.CultureInfo.InvariantCulture, $\"SELECT {number}\")|})")]
    [InlineData("Source.Sql({|EMX4002:FormattableString.Invariant($\"SELECT {number}\")|})")]
    [InlineData("Source.Sql({|EMX4002:flag ? \"SELECT 1\" : \"SELECT \" + name|})")]
    [InlineData("Source.Sql({|EMX4002:maybe ?? \"SELECT \" + name|})")]
    [InlineData("Source.Sql({|EMX4002:number switch { 1 => \"SELECT 1\", _ => \"SELECT \" + name }|})")]
    [InlineData("Source.Sql(database, {|EMX4002:\"SELECT \" + name|})")]
    [InlineData("Source.Sql(query: ({|EMX4002:\"SELECT \" + name|}))")]
    [InlineData("Spine.Sql({|EMX4002:\"SELECT \" + name|}, \"at\")")]
    [InlineData("Spine.Sql(asOf: \"at\", query: {|EMX4002:\"SELECT \" + name|})")]
    public Task What_is_concatenated_or_formatted_is_reported(string call) => VerifyAsync(call);

    [Theory]
    [InlineData("Source.Sql({|EMX4002:(string)$\"SELECT {name}\"|})")]
    [InlineData("Source.Sql({|EMX4002:flag ? $\"SELECT {name}\" : \"SELECT 1\"|})")]
    public Task So_is_an_interpolated_string_that_was_made_a_string(string call) => VerifyAsync(call);

    [Theory]
    [InlineData("Source.Sql({|EMX4002:$\"SELECT {Name}\"|})")]
    [InlineData("Source.Sql({|EMX4002:$\"SELECT {\"name\"}\"|})")]
    [InlineData("Source.Sql({|EMX4002:\"SELECT 1, \" + $\"{Name}\"|})")]
    [InlineData("Source.Sql({|EMX4002:Query + $\" WHERE name = {Name}\"|})")]
    [InlineData("Spine.Sql({|EMX4002:$\"SELECT {Name}\"|}, \"at\")")]
    public Task So_is_one_of_constants_only_which_is_no_interpolation_any_more(string call) => VerifyAsync(call);

    [Theory]
    [InlineData("Source.Sql(\"SELECT 1\")")]
    [InlineData("Source.Sql(Query)")]
    [InlineData("Source.Sql(\"SELECT 1 \" + \"FROM t\")")]
    [InlineData("Source.Sql(Query + \" WHERE true\")")]
    [InlineData("Source.Sql($\"SELECT 1\")")]
    [InlineData("Source.Sql($\"SELECT {name}\")")]
    [InlineData("Source.Sql($\"SELECT {Name}, {number}\")")]
    [InlineData("Source.Sql($\"SELECT {name}\" + $\", {number}\")")]
    [InlineData("Source.Sql(database, $\"SELECT {name}\")")]
    [InlineData("Spine.Sql($\"SELECT {name}\", \"a\" + name)")]
    [InlineData("Spine.Table(\"ml\", \"labels\" + name, \"at\")")]
    [InlineData("Source.Sql(name)")]
    [InlineData("Source.Sql(name.Trim())")]
    public Task Constants_parameters_and_what_is_not_seen_are_left_alone(string call) => VerifyAsync(call);

    [Fact]
    public async Task Each_says_what_it_is_and_what_to_do()
    {
        Assert.Equal(
            "The SQL given to 'Spine.Sql' is an interpolated string of constants only, which C# takes as a string, so that they are read as SQL and are no parameters: write them into the text, or hold in a variable what is to be a parameter",
            Assert.Single(await TestCompilation.MessagesAsync(Source("Spine.Sql($\"SELECT {Name}\", \"at\")"))));
        Assert.Equal(
            "The SQL given to 'Source.Sql' is an interpolated string that was made a string, so that its values are read as SQL: pass the interpolated string itself, whose values become parameters",
            Assert.Single(await TestCompilation.MessagesAsync(Source("Source.Sql((string)$\"SELECT {name}\")"))));
    }

    private static Task VerifyAsync(string call) => Verify.AnalyzersAsync(Source(call));

    private static string Source(string call) => $$"""
        using System;
        using Ematix;

        public static class Job
        {
            private const string Name = "eu";
            private const string Query = "SELECT 1 FROM t";

            public static object Create(string name, string? maybe, int number, bool flag, Npgsql.NpgsqlDataSource database) => {{call}};
        }
        """;
}
