using Ematix.Sql;

namespace Ematix.Tests.Sql;

/// <summary>Names are quoted so that they stay names, whatever is in them.</summary>
public sealed class QuotingTests
{
    [Theory]
    [InlineData("plain", "\"plain\"")]
    [InlineData("with\"quote", "\"with\"\"quote\"")]
    [InlineData("a.b; DROP TABLE x", "\"a.b; DROP TABLE x\"")]
    [InlineData("", "\"\"")]
    public void Identifiers_are_quoted(string name, string expected) => Assert.Equal(expected, Identifier.Quote(name));

    [Theory]
    [InlineData("plain", "'plain'")]
    [InlineData("it's", "'it''s'")]
    [InlineData(@"back\slash", @"E'back\\slash'")]
    [InlineData(@"\'", @"E'\\'''")]
    public void Literals_mean_the_same_whatever_standard_conforming_strings_says(string value, string expected) => Assert.Equal(expected, Literal.Text(value));

    [Theory]
    [InlineData("abc", 3)]
    [InlineData("ß", 2)]
    [InlineData("日本", 6)]
    [InlineData("😀", 4)]
    public void Length_is_counted_in_bytes(string name, int bytes) => Assert.Equal(bytes, Identifier.ByteLength(name));
}
