using Ematix.Sql;

namespace Ematix.Tests.Sql;

public sealed class SqlListTests
{
    [Fact]
    public void Long_lists_wrap_under_their_first_item()
    {
        var text = SqlList.Wrap(Enumerable.Range(1, 12).Select(i => $"\"column_number_{i:00}\""), 7);

        Assert.Equal(
            """
            "column_number_01", "column_number_02", "column_number_03", "column_number_04",
                   "column_number_05", "column_number_06", "column_number_07", "column_number_08",
                   "column_number_09", "column_number_10", "column_number_11", "column_number_12"
            """,
            text);
    }

    [Fact]
    public void An_empty_list_is_empty_text() => Assert.Equal("", SqlList.Wrap([], 4));
}
